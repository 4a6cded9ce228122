"""Publish, second half: pages of bibliography, persons and places, and calendars of diaries."""

from collections.abc import Iterator, Mapping, Sequence

from converter.diary_calendar import FILE, diary_calendar, is_diary
from converter.holdings import Holdings
from converter.problems import Problem, Refused
from converter.publish import Publisher, Volumes
from converter.settings import Settings

Lists = Mapping[str, bytes]  # the TEI of each list of the edition, by its name


def publish_lists(
    publisher: Publisher, lists: Lists, also: Sequence[str] = ()
) -> Iterator[Problem]:
    """A page for each list; one that an editor changed may have elements without a form.

    ``also`` names pages of the edition that are no lists and to which these lead.
    """
    names = " ".join([*lists, *also])
    for name, tei in lists.items():
        if name == "bibliography":
            yield from publisher.bibliography(tei, names)
            continue
        path = str(publisher.output.folder / f"tei/{name}.xml")
        try:
            page = publisher.renderer.html(
                tei,
                path=path,
                assets="assets/",
                home="index.html",
                interface=publisher.interface,
                lists=names,
            )
        except Refused as refused:
            yield refused.problem
            continue
        publisher.output.write(f"html/{name}.html", page.text.encode())
        yield from page.unhandled


def publish_calendars(
    publisher: Publisher,
    volumes: Volumes,
    held: Mapping[str, Holdings],
    settings: Settings,
    lists: Sequence[str],
) -> None:
    """A calendar in the folder of each volume that is a diary."""
    for folder, entries in volumes.items():
        documents = [(entry.summary, f"{entry.name.split('/')[1]}.html") for entry in entries]
        if not is_diary(documents):
            continue
        page = publisher.renderer.html(
            diary_calendar(documents, held.get(folder), settings),
            path=FILE,
            strict=True,
            assets="../assets/",
            home="../index.html",
            interface=publisher.interface,
            lists=" ".join(lists),
        )
        publisher.output.write(f"html/{folder}/{FILE}.html", page.text.encode())
