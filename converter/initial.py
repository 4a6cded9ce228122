"""The first edition.toml: what the pages say, with a comment for every setting."""

import json
from collections import Counter
from collections.abc import Sequence

from converter.counting import plural
from converter.languages import UNDETERMINED, detect
from converter.pages import SavedPage
from converter.problems import visible

TEMPLATE = """\
# Settings of the edition. Every line may be changed or removed; after a # it is not in force.
# Made from {pages}: {volumes}.

# The title of the whole edition, on its contents page.
title = {title}

# Who edits this digital edition; the ORCID may be left out.
# editors = [{{ name = "Your Name", orcid = "0000-0000-0000-0000" }}]

# Rights first: what the pages state of them stands here. Settle with whoever holds the rights what
# may be published and under which licence, then fill in both; without a publisher each document
# says: unpublished, and without a licence base_url is not used.
{rights}
# publisher = ""
# licence = "CC BY 4.0"
# licence_url = "https://creativecommons.org/licenses/by/4.0/"

# The language of the pages, where a short text does not show it, and of the edition's own words:
# "en", "de" or "ru".
# language = {language}
# interface_language = "en"

# The day of the edition, in its documents and in what it offers to other programs.
# date = "2031-05-28"

# Where the folder html of the edition is published: for links that last, citations, a sitemap. It
# is used only where there is a licence.
# base_url = "https://your-edition.example.org"

# The address at which the archive shows a document, for its citation; filled in are {{id}},
# {{volume}}, {{document}}, {{date}}, {{title}}, {{shelfmark}}.
# page_address = "https://archive.example.org/documents?number={{shelfmark}}"

# The image of each printed page: files beside this one, or an image server (IIIF); {{page}} is its
# number, {{volume}} and {{document}} are the names of folder and file in the edition.
# facsimile = "facsimiles/{{volume}}/{{page}}.jpg"
# For an image server: "https://iiif.example.org/{{volume}}-{{page}}/full/1200,/0/default.jpg"

# Colours of the pages, in light and in dark: paper, panel, ink, soft, line, accent, mark.
# colours = {{ light = {{ accent = "#86301d" }}, dark = {{ accent = "#e3a27f" }} }}

# Who answers for the site, at the foot of every page.
# imprint = "Harbour Society, 1 Quay Street, Port Amsel"

# True if documents begin on the page before their first page mark: then that page is named.
# documents_begin_before_first_mark = false
"""


def initial_settings(pages: Sequence[SavedPage]) -> str:
    """The text of an edition.toml for these pages, of which there must be one at least."""
    volumes = Counter(page.details["AOC Volume"] or "a volume without a name" for page in pages)
    rights = sorted({page.copyright for page in pages} - {""})
    return TEMPLATE.format(
        pages=plural(len(pages), "page"),
        volumes=visible("; ".join(f"{name} ({count})" for name, count in volumes.most_common())),
        title=toml_string(volumes.most_common(1)[0][0]),
        rights="\n".join(f"# The pages state: {visible(text)}" for text in rights) or "#",
        language=json.dumps(commonest_language(pages)),
    )


def toml_string(text: str) -> str:
    """A basic string of TOML in which nothing is unprintable."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in quoted)


def commonest_language(pages: Sequence[SavedPage]) -> str:
    """The language most texts are in, of those that can be told; English where none can."""
    texts = (section for page in pages for section in page.sections if not section.empty)
    told = Counter(detect("\n".join(line.text for line in text.lines))[0] for text in texts)
    del told[UNDETERMINED]
    return told.most_common(1)[0][0] if told else "en"
