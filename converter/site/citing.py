"""Citing a page of the edition: its reference in every form, whole and for one passage of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from converter.exports import FORMS, Reference, with_keys

# What a page's script puts in place of these: words that no form of export writes otherwise.
LOCATOR, ADDRESS = "PASSAGELOCATOR", "PASSAGEADDRESS"


@dataclass(frozen=True, slots=True)
class Citation:
    """A document in one form: whole, and as it is cited for a passage of it.

    ``unaddressed`` is for a passage of a page that has no address anybody else could open.
    """

    form: str
    suffix: str
    whole: str
    passage: str
    unaddressed: str


def citations(reference: Reference) -> Iterator[Citation]:
    """The document in each form of export, the one for people first."""
    (keyed,) = with_keys([reference])
    for name, form in sorted(FORMS.items(), key=lambda each: each[0] != "text"):
        yield Citation(
            name,
            form.suffix,
            form.write([keyed]),
            form.write([of_passage(keyed, name, ADDRESS)]),
            form.write([of_passage(keyed, name, keyed.url)]),
        )


def of_passage(reference: Reference, form: str, address: str) -> Reference:
    """A note cites the page in the place of the pages; data say it beside the document's pages.

    The pages of a record are those of the document: a program that cites it adds the page itself.
    """
    if form == "text":
        return replace(reference, first_page=LOCATOR, last_page="", url=address)
    return replace(reference, note=f"Cited passage: {LOCATOR}", url=address)
