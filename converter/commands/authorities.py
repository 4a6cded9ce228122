"""The command ``converter authorities``: which sigla of the notes are unknown, which known."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from converter import talk
from converter.authorities import NAME, Authorities, Repository, Serial
from converter.authorities_in_use import authorities_of, authorities_option
from converter.batch import converting
from converter.counting import plural
from converter.decision_files import find_decisions
from converter.markup import TEI as TEI_NAMESPACE
from converter.options import PATH, edition_option, encoding_option, settings_of, weights_of
from converter.problems import Problem, Refused
from converter.sources import PAGES, TEI, Source, find
from converter.unknown_sigla import Note, Unknown, unknown_sigla
from converter.xml_files import parse_xml

SHOWN = 3  # places of a siglum that are printed


@click.command()
@click.argument("sources", nargs=-1, type=PATH, required=True)
@click.option("--list", "listed", is_flag=True, help="Print the known ones and how often each is.")
@authorities_option
@edition_option
@encoding_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "tei"]),
    default="text",
    help="Results for people, for programs, or as entries to paste into an authorities.xml.",
)
def authorities(
    sources: tuple[Path, ...],
    listed: bool,
    authorities: Path | None,
    edition: Path | None,
    encoding: str,
    form: str,
) -> None:
    """Find the sigla of archives and collections in notes that no entry explains.

    SOURCES are saved pages or TEI files, and folders of them. A siglum is explained by an entry of
    the converter's own list, or of your authorities.xml beside edition.toml, which goes first.
    """
    if listed and form == "tei":
        raise click.UsageError("--list prints text or JSON; --format tei is for unknown sigla")
    known = authorities_of(authorities, edition, sources)
    notes, used, problems = notes_of(sources, edition, encoding)
    talk.tell(problems)
    if listed:
        print_known(notes, known, form)
    else:
        print_unknown(unknown_sigla(notes, known), known, form)
    sys.exit(talk.batch_status(used, len(problems), problems))


# ---------------------------------------------------------------- notes


def notes_of(
    sources: tuple[Path, ...], edition: Path | None, encoding: str
) -> tuple[list[Note], int, list[Problem]]:
    """The notes of pages and TEI files, how many files were used, why others were not."""
    found = find(sources, PAGES | TEI)
    files = find_decisions(sources, found.sources, None)
    table = weights_of(None, edition, sources).table
    convert = converting(settings_of(edition, sources), encoding, files, {}, table)
    notes: list[Note] = []
    used, problems = 0, list(found.problems)
    with talk.progress() as progress:
        for done, source in enumerate(found.sources, 1):
            try:
                if source.path.name != NAME:
                    data = source.data()
                    is_tei = source.path.suffix.lower() in TEI
                    notes += notes_in(source, data if is_tei else convert(source, data)[0])
                    used += 1
            except Refused as refused:
                problems.append(refused.problem)
            progress("looking through the notes", done, len(found.sources))
    return notes, used, problems


def notes_in(source: Source, data: bytes) -> Iterator[Note]:
    """The notes of a TEI document, but not the lists of places in a bibliography."""
    root = parse_xml(data, str(source.path)).getroot()
    for number, node in enumerate(root.iter(f"{{{TEI_NAMESPACE}}}note"), 1):
        if node.get("type") != "cited":
            text = " ".join(str(node.xpath("string()")).split())
            yield Note(source.name, node.get("n") or str(number), text)


# ---------------------------------------------------------------- printing


def print_unknown(unknown: tuple[Unknown, ...], known: Authorities, form: str) -> None:
    if form == "json":
        talk.print_data([each.as_data() for each in unknown])
    elif form == "tei":
        from converter.authority_draft import draft

        talk.hand_over(draft(unknown, known))
    else:
        for each in unknown:
            talk.show(f"{each.siglum}  {plural(each.count, 'time')}")
            for place in each.places[:SHOWN]:
                talk.show(f"    {place}")
            if each.count > SHOWN:
                click.echo(f"    and {each.count - SHOWN} more")
    hint = f"; --format tei makes entries of them for an {NAME}" if unknown else ""
    talk.say(f"{plural(len(unknown), 'siglum')} unknown{hint}".replace("siglums", "sigla"))


def print_known(notes: list[Note], known: Authorities, form: str) -> None:
    from converter.cited_authorities import counted

    rows = counted(notes, known)
    if form == "json":
        talk.print_data([known_as_data(entry, count) for entry, count in rows])
    else:
        for entry, count in rows:
            unchecked = "" if entry.source else "  (not checked)"
            talk.show(f"{count:>6}  {entry.id}  {entry.title}{unchecked}")
    checked = sum(bool(entry.source) for entry, _ in rows)
    talk.say(
        f"{plural(len(known.repositories), 'archive')} and {plural(len(known.serials), 'serial')}"
        f" known, {checked} of them checked on a page that their entry names"
    )


def known_as_data(entry: Repository | Serial, count: int) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.title,
        "forms": list(entry.forms),
        "classes": list(entry.classes) if isinstance(entry, Repository) else [],
        "count": count,
        "checked": bool(entry.source),
        "source": entry.source,
    }
