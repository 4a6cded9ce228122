"""Publish, second half: pages of bibliography, persons and places, and calendars of diaries."""

from collections.abc import Iterator, Mapping, Sequence

from converter.diary_calendar import FILE, diary_calendar, is_diary
from converter.entries import Volumes
from converter.holdings import Holdings
from converter.problems import Problem, Refused, Stopped
from converter.publish import Publisher
from converter.rendering import Rendering, Told
from converter.settings import Settings

Lists = Mapping[str, bytes]  # the TEI of each list of the edition, by its name


def publish_lists(
    publisher: Publisher, lists: Lists, also: Sequence[str] = ()
) -> Iterator[Problem]:
    """A page for each list; one that an editor changed may have elements without a form.

    ``also`` names pages of the edition that are no lists and to which these lead. Where a list has
    no page after all, the others are made once more, so that none leads to it.
    """
    made, problems = pages_of(publisher, lists, also)
    yield from problems
    if len(made) < len(lists):
        made, _ = pages_of(publisher, {name: lists[name] for name in made}, also)
    for name, page in made.items():
        publisher.output.write(f"html/{name}.html", page)


def pages_of(
    publisher: Publisher, lists: Lists, also: Sequence[str]
) -> tuple[dict[str, bytes], list[Problem]]:
    """The page of each list, which leads to the others; and what is to be said of them."""
    names = " ".join([*lists, *also, "annotations"])
    made, problems = {}, []
    for name, tei in lists.items():
        try:
            page = publisher.listed(name, tei, names)
        except Stopped:
            raise
        except Refused as refused:
            problems.append(refused.problem)
            continue
        made[name] = page.text.encode()
        problems += page.unhandled
    return made, problems


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
        told: Told = {
            "path": FILE,
            "strict": True,
            "assets": "../assets/",
            "home": "../index.html",
            "interface": publisher.interface,
            "lists": publisher.there([*lists, "annotations"]),
            "site": publisher.told(f"{folder}/{FILE}"),
        }
        calendar = diary_calendar(documents, held.get(folder), settings)
        (page,) = publisher.rendered(Rendering("html", calendar, told))
        publisher.output.write(f"html/{folder}/{FILE}.html", page.text.encode())
