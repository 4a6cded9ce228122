"""Holdings: which entries of a volume's printed contents have a document here, and which have none.

A list says nothing of a volume but what stands in it: where several entries share a title, and not
all of them have a document, it may stay open which of them are missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from converter.counting import plural


@dataclass(frozen=True, slots=True)
class Shared:
    """A title of several entries, of which some have a document: it is not known which."""

    title: str
    listed: int
    held: int

    def __str__(self) -> str:
        return f"{self.title} ({self.held} of {self.listed} here; the list does not say which)"


@dataclass(frozen=True, slots=True)
class Holdings:
    """A volume's contents list against the documents that are here.

    ``heading`` is the list's own, where it names another volume. ``listed`` is 0 where no list is
    known to be the volume's.
    """

    volume: str
    heading: str = ""
    listed: int = 0
    missing: tuple[str, ...] = ()  # in the order of the list
    missing_days: tuple[str, ...] = ()  # their dates in ISO, as far as these can be told
    shared: tuple[Shared, ...] = ()
    unlisted: tuple[str, ...] = ()  # titles of documents that the list does not have
    other_lists: int = 0  # pages that show another list than this one

    @property
    def named(self) -> str:
        return self.volume or "Volume not named"

    @property
    def lacking(self) -> int:
        """How many entries have no document."""
        return len(self.missing) + sum(title.listed - title.held for title in self.shared)

    def lines(self) -> Iterator[str]:
        """The same for people; nothing where a volume is complete."""
        if not self.listed and self.heading:
            yield f"{self.named}: not known, because its pages show the contents of {self.heading}"
        elif self.lacking:
            under = f" (headed {self.heading} on its pages)" if self.heading else ""
            yield (
                f"{self.named}{under}: of {self.listed} in its contents,"
                f" {self.lacking} {'has' if self.lacking == 1 else 'have'} no document here"
            )
            yield from (f"    {title}" for title in self.missing)
            yield from (f"    {title}" for title in self.shared)
        if self.other_lists:
            pages = plural(self.other_lists, "page")
            yield f"{self.named}: {pages} with another list of contents than this one"
        for title in self.unlisted:
            yield f"{self.named}: a document that the contents do not list: {title}"

    def as_data(self) -> dict[str, Any]:
        return {
            "volume": self.volume,
            "heading": self.heading,
            "entries": self.listed,
            "without_document": self.lacking,
            "missing": list(self.missing),
            "some_missing": [
                {"title": t.title, "entries": t.listed, "documents": t.held} for t in self.shared
            ],
            "not_in_contents": list(self.unlisted),
            "pages_with_another_list": self.other_lists,
        }
