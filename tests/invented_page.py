"""A saved page around the lines of a text section: as little chrome as the landmarks need."""

TITLE = "The title of the page"


def page_of(
    translation: str,
    transcription: str = "",
    title: str = TITLE,
    author: str = "Vik, Ole Petrovich (Lotsman)",
    date: str = "1937 Jun 3",
    recipient: str = "N/A",
    volume: str = "The Vik Papers: Volume 1",
) -> str:
    """The text of a page; the title is printed as the first line of the translation."""
    marks = [
        sum(line.startswith("Page ") and line[5:].isdigit() for line in text.split("\n"))
        for text in (translation, transcription)
    ]
    return f"""\
Delta Digital Archive
Merrow University Press
  • Search
Table of Contents
{volume}
  • {title}
 < Previous document Next document >
© 2025
{title}
View:

By {author}

{volume}

Image view
Translation Transcription
Translation
/ {marks[0]}
  • Translation
  • Cite
{title}
{translation}
Transcription
/ {marks[1]}
  • Translation
  • Cite
{transcription or chr(0xA0)}
Document Details
Document Title{title}
Author{author}
Recipient{recipient}
RepositoryN/A
ID #N/A
DescriptionN/A
Date{date}
AOC Volume{volume}
Tags
Annotations
Bookmarks

  • Copyright 2018 Merrow University
"""
