"""What a bag says of itself in bag-info.txt: whose it is, what is in it, under which terms."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from converter import __version__
from converter.bagging.tags import Field
from converter.counting import plural
from converter.settings import Settings
from converter.site.sitemap import LONG_AGO, day_of_edition
from converter.verification.manifest import Manifest


def is_dated(settings: Settings) -> bool:
    return bool(day_of_edition(settings.date))


def information(
    settings: Settings, edition: Path, manifest: Manifest, grave: Sequence[str]
) -> list[Field]:
    """The fields in their order, as RFC 8493 names them where it does; no clock is asked.

    ``grave`` are the problems in spite of which the bag is made.
    """
    documents = plural(len(set(manifest.documents.values())), "document")
    title = f"{settings.title}: " if settings.title else ""
    described = f"{title}a scholarly edition of {documents} in TEI P5, with what it was made from"
    return [
        ("Source-Organization", settings.publisher),
        ("External-Description", described),
        ("External-Identifier", settings.address),
        ("Bagging-Date", day_of_edition(settings.date) or LONG_AGO),
        ("Bag-Software-Agent", f"converter {__version__}"),
        ("Licence", settings.licence),
        ("Licence-URL", settings.licence_url),
        *(("Rights-Statement", said) for said in stated_rights(edition)),
        ("Internal-Sender-Description", in_spite_of(grave)),
    ]


def in_spite_of(grave: Sequence[str]) -> str:
    if not grave:
        return ""
    return f"Made although the edition was not as it was written: {plural(len(grave), 'problem')}."


def stated_rights(edition: Path) -> Iterator[str]:
    """What the documents state of rights, as the report of the build counted it."""
    try:
        report: Any = json.loads((edition / "report.json").read_bytes())
        wordings = [
            (str(each["wording"]), int(each["documents"])) for each in report["rights"]["wordings"]
        ]
    except (OSError, ValueError, LookupError, TypeError):
        return  # of another version, or another's work: verifying has told of it
    for wording, number in wordings:
        yield f"{wording} (stated by {plural(number, 'document')})"
