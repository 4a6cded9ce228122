"""Bags: an edition with all it was made from, for an archive, in the form of RFC 8493 (BagIt)."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.bagging.information import information, is_dated
from converter.bagging.packing import Packed, pack
from converter.bagging.payload import Used, payload
from converter.counting import plural
from converter.problems import Place, Problem, Refused, Severity
from converter.settings import Settings
from converter.site.sitemap import LONG_AGO
from converter.verification import verify
from converter.verification.folder import Folder
from converter.verification.manifest import read_manifest
from converter.verification.pages import FoundPages, find_pages

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be put into a bag: an edition, the pages it was made from, what else was used."""

    edition: Path
    pages: tuple[Path, ...]
    bag: Path
    settings: Settings
    used: Used
    encoding: str = ""
    site: bool = True  # the folder html too
    anyway: bool = False  # though the edition is not as it was written


def make_bag(order: Order, tell: Callable[[Sequence[Problem]], None], progress: Progress) -> Packed:
    """Verifies the edition, then writes the bag: a folder, or one file if it is called ``….zip``.

    ``tell`` hears what was found, before anything is written. Raises Refused where a bag is there,
    where the edition is not as it was written, and where a file cannot be read or written.
    """
    refuse_place(order)
    found = verify(order.edition, order.pages, order.encoding, progress)
    tell(found.problems)
    grave = [problem for problem in found.problems if problem.severity >= Severity.WARNING]
    if grave and not order.anyway:
        facts = {"problems": plural(len(grave), "problem")}
        raise Refused(Problem("edition-not-as-written", Place(str(order.edition)), "", facts))
    manifest = read_manifest(order.edition)
    pages = find_pages(order.pages, manifest, progress) if order.pages else FoundPages({}, ())
    parts, renamed = payload(Folder(order.edition), manifest, pages, order.used, order.site)
    tell([*renamed, *remarks(order)])
    told = information(order.settings, order.edition, manifest, [str(each) for each in grave])
    return pack(order.bag, parts, told, progress)


def refuse_place(order: Order) -> None:
    """A bag is never replaced, nor written into what goes into it."""
    if os.path.lexists(order.bag):
        raise Refused(Problem("bag-there", Place(str(order.bag))))
    for folder in (order.edition, *order.pages):
        if order.bag.resolve().is_relative_to(folder.resolve()):
            facts = {"folder": str(folder)}
            raise Refused(Problem("bag-inside", Place(str(order.bag)), "", facts))


def remarks(order: Order) -> list[Problem]:
    """What a bag lacks that others would look for."""
    place = Place(str(order.bag))
    lacking = [] if order.pages else [Problem("bag-without-pages", place)]
    if not is_dated(order.settings):
        lacking.append(Problem("bag-without-date", place, "", {"day": LONG_AGO}))
    return lacking
