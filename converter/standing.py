"""The standing edition: is it just what a build of the same things would make again?

Then nothing is read but the sources, and the last build's report is told once more.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from zlib import crc32

from converter import glance
from converter.conversion import problem_data, problem_of
from converter.correspondence import Letters
from converter.decision_files import DecisionFiles
from converter.fingerprint import digest_of, sha256
from converter.holdings import Holdings, Shared
from converter.many_guesses import Guesses
from converter.output import IN_THE_WAY, MANIFEST, Output
from converter.own_folder import TOLD
from converter.problems import Refused
from converter.report import Report
from converter.rights import Rights
from converter.settings import Settings
from converter.site.pagefind import indexer
from converter.site.sitemap import day_of_edition
from converter.sources import Found, Source, as_text
from converter.volumes import Page
from converter.weights_in_use import WeightsInUse
from converter.wishes import Wishes
from converter.writing import write_whole

INSIDE = "//"  # before the name of a file of the edition; no path that a user gives begins so
# What may be otherwise the next time, though the edition is made of the same.
PASSING = IN_THE_WAY.union(
    ("worker-died", "search-failed", "cannot-read", "cannot-write", "cannot-write-more")
)
COUNTS = ("documents", "refused", "kept", "passed_over", "decided", "licensed")


def checksums(sources: Iterable[Source]) -> Mapping[str, str]:
    """Of every source by its name; nothing where one cannot be read, which is told each time."""
    try:
        return {each.name: sha256(each.data()) for each in sources}
    except Refused:
        return {}


def made_of(
    program: str,
    read: Mapping[str, str],
    found: Found,
    files: DecisionFiles,
    settings: Settings,
    wishes: Wishes,
) -> str:
    """The checksum of all that an edition is made of; nothing where some of it is not known.

    ``program`` and ``read`` are the fingerprint and the checksums of the pages. Images of pages are
    not read.
    """
    facsimile = settings.facsimile
    if not read or (facsimile and not facsimile.on_the_web):
        return ""
    facts = (
        day_of_edition(settings.date), replace(settings, facsimile=None),
        facsimile and facsimile.pattern, wishes.show_doubt, wishes.encoding, files.checksums(),
        files.whole == frozenset(), wishes.weights.checksums(), wishes.weights.name,
        wishes.own_authorities, wishes.persons.sha256, found.passed_over,
        [(problem.code, problem.facts) for problem in found.problems], indexer(),
        sorted(read.items()),
    )  # fmt: skip
    return digest_of(program, *facts)


def will_stand(made_of: str, read: Mapping[str, str], pages: Iterable[Page], report: Report) -> str:
    """The same at the end of a build; nothing where the next one may come out otherwise."""
    passing = any(problem.code in PASSING for problem in report.problems)
    as_read = all(read.get(page.source.name) == page.made.sha256 for page in pages)
    return made_of if as_read and not passing else ""


def given_paths(found: Found, files: DecisionFiles, wishes: Wishes) -> Mapping[str, str]:
    """What reports call the files that the user gave, and their paths."""
    problems = [*found.problems, *wishes.persons.problems]
    return {
        **{as_text(Path(problem.place.path).name): problem.place.path for problem in problems},
        **{name: path for path, name in files.names.items()},
        **{source.name: source.file for source in found.sources},
    }


def told_before(
    folder: Path, made_of: str, paths: Mapping[str, str], weights: WeightsInUse
) -> Report | None:
    """The report of the last build, if it was of the same and a glance shows nothing changed."""
    if not made_of or not glance.holds(folder, MANIFEST):
        return None
    return recall(folder, made_of, paths, weights)


def stands(output: Output, made_of: str) -> bool:
    """All files are as the last build wrote them, from the same things and to its end."""
    if output.manifest.get("build") != made_of or output.begun or output.kept or output.overwrite:
        return False
    return output.trusted > 0 or output.is_as_written()


def standing(
    output: Output, made_of: str, paths: Mapping[str, str], weights: WeightsInUse
) -> Report | None:
    """The report of the last build, where this one would make the same; the seals are set again."""
    if not made_of or not stands(output, made_of):
        return None
    report = recall(output.folder, made_of, paths, weights)
    if report:
        output.seal_again()
    return report


def remember(output: Output, report: Report, made_of: str) -> None:
    """Keeps the report for the next time; places are kept by the names that reports give them."""
    data: dict[str, Any] = {name: getattr(report, name) for name in COUNTS}
    data["build"] = made_of
    names = {**report.names} | {
        path: f"{INSIDE}{Path(path).relative_to(output.folder).as_posix()}"
        for path in {problem.place.path for problem in report.problems}
        if Path(path).is_relative_to(output.folder)
    }
    data["problems"] = [problem_data(problem, names) for problem in report.problems]
    data["holdings"] = [asdict(held) for held in report.holdings]
    data["removed"] = list(report.removed)
    data["letters"] = asdict(report.letters)
    data["rights"] = asdict(report.rights)
    data["unchecked"] = [list(each) for each in report.unchecked]
    data["guesses"] = crc32(report.decisions.lines)
    facts = json.dumps(data, ensure_ascii=False, sort_keys=True) + "\n"
    written = facts.encode("utf-8", "surrogatepass") + report.decisions.lines
    write_whole(output.folder / TOLD, written)


def recall(
    folder: Path, made_of: str, paths: Mapping[str, str], weights: WeightsInUse
) -> Report | None:
    """The report that was kept, with the user's own paths; None where it cannot be read.

    Nor where it is of a build that did not end, or tells of files that were removed, which is told
    once.
    """
    try:
        facts, _, guesses = (folder / TOLD).read_bytes().partition(b"\n")
        data = json.loads(facts.decode("utf-8", "surrogatepass"))
        inside = {
            path: str(folder / path.removeprefix(INSIDE))
            for path in (problem["place"]["path"] for problem in data["problems"])
            if path.startswith(INSIDE)
        }
        problems = tuple(problem_of(each, {**paths, **inside}) for each in data["problems"])
        if data["removed"] or data["build"] != made_of or data["guesses"] != crc32(guesses):
            return None
        return Report(
            **{name: data[name] for name in COUNTS},
            problems=problems,
            weights=weights,
            decisions=Guesses(guesses),
            holdings=tuple(holdings_of(held) for held in data["holdings"]),
            letters=Letters(data["letters"]["number"], tuple(data["letters"]["lacking"])),
            rights=Rights(
                data["rights"]["documents"],
                tuple((wording, number) for wording, number in data["rights"]["wordings"]),
            ),
            unchecked=tuple((name, places) for name, places in data["unchecked"]),
            names={path: name for name, path in paths.items()}
            | {path: name.removeprefix(INSIDE) for name, path in inside.items()},
            unchanged=True,
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def holdings_of(data: Mapping[str, Any]) -> Holdings:
    shared = tuple(Shared(**each) for each in data["shared"])
    listed = {name: tuple(data[name]) for name in ("missing", "missing_days", "unlisted")}
    return Holdings(**{**data, **listed, "shared": shared})
