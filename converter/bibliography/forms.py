"""Forms: a work as one citation names it, by what tells it from other works."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converter.bibliography.cited import Cited
from converter.bibliography.persons import Person
from converter.bibliography.titles import Title, title

SCHEME = re.compile(r"^\w+://(?:www\.)?")
OWN = {"journal": ("a", "j"), "chapter": ("a", "m"), "thesis": ("u", "m", "a")}


@dataclass(frozen=True, slots=True)
class Form:
    """Persons and titles of a work as cited; ``full`` where it says more than that.

    ``level`` is that of the work's own title: of an article a, of what contains it m or j.
    """

    level: str
    title: Title | None
    container: Title | None
    authors: tuple[Person, ...]
    editors: tuple[Person, ...]
    date: str
    address: str
    full: bool

    def is_level_with(self, other: "Form") -> bool:
        """A thesis is set like a book by one editor, in quotation marks by another."""
        return self.level == other.level or (
            "u" in (self.level, other.level) and "j" not in (self.level, other.level)
        )

    @property
    def people(self) -> tuple[Person, ...]:
        """An editor may be cited as the author: of letters and diaries both are called so."""
        return self.authors or self.editors

    @property
    def words(self) -> tuple[str, ...]:
        return self.title.words if self.title else ()


def form_of(cited: Cited) -> Form:
    """A citation → the work as it names it; an address is the title of what has no other."""
    levels = [at for at, _ in cited.titles]
    wanted = OWN.get(cited.type, ("a", "m", "u", "j"))
    level = next((at for at in wanted if at in levels), levels[0] if levels else "")
    own = cited.title(level)
    if own is not None:
        own = without_names(own, (*cited.authors, *cited.editors))
    elif cited.address:
        own = title(SCHEME.sub("", cited.address))
    container = cited.title("j", "m") if level == "a" else None
    year = cited.date if len(cited.date) == 4 and cited.date.isdigit() else ""
    imprint = bool(cited.place or cited.publisher or cited.address or year) or level == "j"
    full = bool(container or cited.address) if level == "a" else imprint
    return Form(
        level, own, container, cited.authors, cited.editors, cited.date, cited.address, full
    )


def without_names(found: Title, people: Sequence[Person]) -> Title:
    """``Pilot Diaries of Ole Vik`` by O. Vik is ``Pilot Diaries``, as it is cited in short."""
    kept = list(found.main)
    for one in people:
        if one.key in kept[1:]:
            at = kept.index(one.key, 1)
            given = at > 1 and kept[at - 1][:1] == one.initials[:1] != ""
            del kept[at - given : at + 1]
    return Title(found.printed, tuple(kept), found.sub) if kept else found
