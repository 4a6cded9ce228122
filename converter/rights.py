"""Rights: what the documents of an edition state of them, and what its settings have to answer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from converter.counting import plural
from converter.header import STATED
from converter.markup import TEI
from converter.problems import Place, Problem
from converter.restrictions import restricting
from converter.settings import Settings

NS = {"t": TEI}
HEADER = "t:teiHeader/t:fileDesc/"
# Where a header speaks of rights, and where the description of a document may. A licence in it is
# the edition's own word.
STATING = (
    f"{HEADER}t:publicationStmt/t:p",
    f"{HEADER}t:publicationStmt/t:availability//t:p",
    f"{HEADER}t:notesStmt/t:note",
    "t:teiHeader/t:profileDesc/t:abstract/t:p",
)
AVAILABILITY = f"{HEADER}t:publicationStmt/t:availability[@status='restricted']"


@dataclass(frozen=True, slots=True)
class Rights:
    """How many documents state a restriction, and each wording with how many state it."""

    documents: int = 0
    wordings: tuple[tuple[str, int], ...] = ()

    def lines(self, licensed: bool) -> Iterator[str]:
        """For the report of a build, whose edition has a licence or has none."""
        yield from (f"{wording}: {plural(number, 'document')}" for wording, number in self.wordings)
        if not licensed:
            yield (
                "settle with whoever holds the rights what may be published, then name publisher "
                "and licence in edition.toml; until then base_url is not used"
            )


def rights_of(stated: Iterable[Sequence[str]]) -> Rights:
    """Of the restrictions that each document states, the wording of most documents first."""
    counted, documents = Counter[str](), 0
    for wordings in stated:
        counted.update(wordings)
        documents += bool(wordings)
    ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return Rights(documents, tuple(ordered))


def restrictions_in(root: etree._Element) -> list[str]:
    """What the header of a TEI document states, ours or anybody's: the wordings that restrict."""
    found = restricting(said(root))
    if not found and root.find(AVAILABILITY, NS) is not None:
        return ["availability: restricted"]
    return found


def said(root: etree._Element) -> Iterator[str]:
    """The sentences on rights, as they were on the page where our header quotes them."""
    for path in STATING:
        for node in root.iterfind(path, NS):
            text = " ".join("".join(map(str, node.itertext())).split())
            yield (text.partition(STATED)[2] or text).removesuffix(".")


def unlicensed_address(settings: Settings) -> list[Problem]:
    """Says that ``base_url`` is not used where the settings name no licence."""
    if settings.base_url and not settings.licence:
        facts = {"address": settings.base_url}
        return [Problem("address-without-licence", Place("edition.toml"), "", facts)]
    return []
