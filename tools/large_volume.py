"""Large volumes of invented documents, as saved pages: for measuring, and for the search.

usage: large_volume.py FOLDER [--documents 1000] [--in-volume 400] [--seed 1]

The diary of a harbour that never was, a day a page. As on an archive's pages, most lines are those
of the site, above all the contents of its volume. The same seed gives the same bytes. Each
document names a ship that no other names: `ship(n)` is how a search finds the nth.
"""

import argparse
import datetime
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

LOG = "The Amsel Harbour Log"
IN_VOLUME = 400  # documents; about as many as archives list beside one of theirs
AUTHOR = "Vik, Ole Petrovich (Lotsman)"
FIRST_DAY = datetime.date(1931, 4, 1)
SITE = (
    *("Delta Digital Archive", "Merrow University Press", "  • Search", "  • Browse"),
    *("  • My DDA", "    • Private Groups", "    • Personal Folders", "  • Resources"),
    *("    • User Guide", "    • Editor Projects", "    • Institutions & Associations"),
    *("  • About DDA", "    • Collections", "    • Transliteration Policy", "RegisterLog In"),
    *("Username: (email address)", "Password:", "Forgot password?", "Log In", "Cancel"),
)
CONTROLS = ("Translation", "Transcription", "Print", "Save", "Share", "Cite")
SYLLABLES = ("ba", "del", "fio", "gar", "hes", "kir", "lum", "mon", "nar", "pel", "rus", "tav")
PEOPLE = (
    ("Brandt", "Anna Brandt, keeper of the harbour books; 1884–1951."),
    ("Tesch", "Karl von Tesch, secretary of the Harbour Board; 1871–1940."),
    ("Aldana", "Pía Aldana, consul for the southern ports; born in 1899."),
    ("Lund", "Mathis Lund, master of the dredger, drowned in 1936."),
    ("Sorokin", "Pavel Sorokin, chandler on the east quay; 1868–1944."),
    ("Hale", "Edith Hale, painter of tide tables and of gulls; 1902–1989."),
)
BEFORE = ("", "At noon ", "Before the bell ", "Towards evening ", "As if nothing had happened ")
SUBJECTS = (
    "the ferry",
    "the night watch",
    "a herring boat from the north",
    "the Harbour Board",
    "the dredger",
    "half the town",
    "an old lighter without a name",
    "the mail packet",
    "the customs men",
    "my neighbour’s goat",
)
VERBS = (
    "waited",
    "came in",
    "said nothing",
    "was painted green",
    "lay at anchor",
    "asked for the key",
    "burned its lamps",
    "counted the casks",
    "was late again",
    "turned back",
)
PLACES = (
    "below the chalk bank",
    "at the third buoy",
    "off the mole",
    "in the dry dock",
    "behind the fish market",
    "under the bell tower",
    "in the northern channel",
    "along the east quay",
    "by the rope walk",
)
BECAUSE = (
    "because the tide would have it so",
    "and nobody could say why",
    "though the barometer had promised otherwise",
    "which pleased the gulls more than the owners",
    "until the lantern was lit",
    "as it had in my father’s time",
)
EXPLAINED = (
    "The dues were raised by a tenth in that spring.",
    "Built in 1889, broken up for its copper in 1947.",
    "So the log; the Board’s own book has a day later.",
    "The bell was cast anew after the flood of 1925.",
)


def ship(number: int) -> str:
    """The name of the ship that only this document names."""
    base = len(SYLLABLES)
    digits = [number // base**place % base for place in range(3)]
    return "".join(SYLLABLES[digit] for digit in digits).capitalize() + "ia"


def sentence(random: Random) -> str:
    parts = (random.choice(each) for each in (SUBJECTS, VERBS, PLACES, BECAUSE))
    said = random.choice(BEFORE) + " ".join(parts)
    return said[0].upper() + said[1:] + "."


def paragraph(random: Random) -> str:
    return " ".join(sentence(random) for _ in range(random.randint(3, 6)))


def cut(text: str, between: Sequence[str]) -> list[str]:
    """A paragraph broken in the middle of a sentence by what the archive prints there."""
    at = text.index(" ", len(text) // 2)
    return [text[:at], *between, text[at + 1 :]]


def text_lines(number: int, random: Random) -> Iterator[str]:
    """The text of a document: marks of two pages, notes at a name, a ship and a source."""
    page = 10 + 2 * number
    name, life = random.choice(PEOPLE)
    box, sheet = random.randint(1, 40), random.randint(1, 400)
    yield f"{paragraph(random)} I spoke of it with {name}"
    yield life
    yield f"and the ship {ship(number)} lay there all the while, {random.choice(BECAUSE)}."
    yield from cut(paragraph(random), ["", "", f"Page {page}", ""])
    yield from cut(paragraph(random), [random.choice(EXPLAINED)])
    yield f"[{paragraph(random)} The permit of the {ship(number)} is kept with the others"
    yield f"FO 371/{box}, N{sheet}/64/59, Report of the Harbour Board."
    yield "and says no more than"
    yield from ["", "", f"Page {page + 1}", ""]
    yield f"the log does. {sentence(random)}]"


def day(number: int) -> datetime.date:
    return FIRST_DAY + datetime.timedelta(days=number)


def title(number: int) -> str:
    return f"{day(number).day} {day(number):%B}"


@cache
def contents(first: int, after: int) -> Sequence[str]:
    """The lines that list the documents of a volume on each of its pages."""
    return [f"  • {title(number)}" for number in range(first, after)]


def saved_page(number: int, seed: int, documents: int, in_volume: int = IN_VOLUME) -> str:
    """The nth of so many documents as the archive's page of it is saved."""
    random = Random(f"{seed} {number}")
    volume, own = f"{LOG}: Volume {number // in_volume + 1}", title(number)
    first = number // in_volume * in_volume
    listed = contents(first, min(first + in_volume, documents))
    lines = list(text_lines(number, random))
    marks = sum(line.startswith("Page ") for line in lines)
    controls = [f"  • {control}" for control in CONTROLS]
    return "\n".join(
        [
            *(*SITE, "Table of Contents", volume, *listed),
            *(" < Previous document Next document >", "© 2025", own, "View:", ""),
            *(f"By {AUTHOR}", "", volume, "", "Image view", "Translation Transcription"),
            *("Translation", f"/ {marks}", *controls, own, *lines),
            *("Transcription", "/ 0", *controls, "\N{NO-BREAK SPACE}"),
            *("Document Details", f"Document Title{own}", f"Author{AUTHOR}", "RecipientN/A"),
            *("RepositoryN/A", "ID #N/A", "DescriptionN/A"),
            *(f"Date{day(number):%Y %b} {day(number).day}", f"AOC Volume{volume}"),
            *("Tags", "Annotations", "Bookmarks", "Copyright 2018 Merrow University", ""),
        ]
    )


def write(folder: Path, documents: int, seed: int = 1, in_volume: int = IN_VOLUME) -> None:
    """So many saved pages into ``folder``, named by their days."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(documents):
        page = saved_page(number, seed, documents, in_volume)
        (folder / f"{day(number)}.txt").write_text(page, "utf-8")


def main() -> None:
    """Writes the pages into the folder that is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--in-volume", type=int, default=IN_VOLUME)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.documents, asked.seed, asked.in_volume)


if __name__ == "__main__":
    main()
