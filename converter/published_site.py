"""Publish, the site: documents, what is made of them all, and the index of their texts.

The index is made by another program, while everything else is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from converter.document_pages import Publishing
from converter.entries import Volumes
from converter.holdings import Holdings
from converter.output import Output
from converter.own_folder import TEXTS, in_passing
from converter.problems import Problem
from converter.publish import Publisher
from converter.published_datasets import publish_datasets
from converter.published_documents import Documents, publish_documents
from converter.published_lists import Lists, publish_calendars, publish_lists
from converter.published_search import PAGE, Plan, begun_index, publish_search_page
from converter.settings import Settings
from converter.site.beside import Beside
from converter.wishes import Wishes
from converter.workers import Progress, Workers


@dataclass(frozen=True, slots=True)
class Site:
    """What was written: of what each document and each dataset was made, and what was met."""

    made_of: Mapping[str, str]
    datasets: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """How the documents of an edition become its files."""

    output: Output
    settings: Settings
    wishes: Wishes
    workers: Workers
    progress: Progress

    def published(
        self, volumes: Volumes, held: Mapping[str, Holdings], lists: Lists, plan: Plan
    ) -> tuple[Site, Plan]:
        """The site with the index of its texts; without an index, its pages lead to none.

        Raises Stopped where nothing can be written.
        """
        output, met = self.output, len(self.output.problems)
        if plan.program is None or plan.ready:
            documents = self.documents(volumes, plan)
            output.now.update({name: output.before[name] for name in plan.ready})
            return self.site(documents, volumes, held, lists, plan), plan
        with in_passing(output.folder / TEXTS) as texts:
            documents = self.documents(volumes, plan, texts)
            with begun_index(volumes, documents.indexed, texts, plan.program, output) as index:
                site = self.site(documents, volumes, held, lists, plan)
                problems = index.published()
        if problems:
            output.begin_again(without=f"html/{PAGE}")
            del output.problems[met:]  # they are met again
            site, plan = self.published(volumes, held, lists, Plan())
        elif len(documents.made_of) < sum(map(len, volumes.values())):
            plan = replace(plan, made_of="")  # some lack in it: the next build makes it again
        return replace(site, problems=(*problems, *site.problems)), plan

    def documents(self, volumes: Volumes, plan: Plan, texts: Path | None = None) -> Documents:
        """Their TEI, pages and texts; for an index also what it is made of, into ``texts``."""
        output = self.output
        work = Publishing(
            output.folder, output.overwrite, output.fresh, output.trusted, output.journal,
            self.settings, self.interface, self.wishes.show_doubt, bool(plan.lists), texts,
        )  # fmt: skip
        beside = Beside(output, self.settings)
        return publish_documents(volumes, work, output, beside, self.workers, self.progress)

    def site(
        self,
        documents: Documents,
        volumes: Volumes,
        held: Mapping[str, Holdings],
        lists: Lists,
        plan: Plan,
    ) -> Site:
        """What is made when the documents are written: lists, calendars, contents, datasets."""
        output, settings = self.output, self.settings
        publisher = Publisher(output, self.interface, bool(plan.lists), self.workers, settings)
        problems = [*documents.problems, *publish_lists(publisher, lists, plan.lists)]
        publish_calendars(publisher, volumes, held, settings, [*lists, *plan.lists])
        publisher.contents(volumes, held, settings, [*plan.lists, *lists, "annotations"])
        if plan.possible:
            publish_search_page(publisher, volumes, settings)
        publisher.beside.sitemap()
        datasets = publish_datasets(volumes, output, settings, documents.made_of, self.workers)
        return Site(documents.made_of, datasets, (*problems, *publisher.beside.problems))

    @property
    def interface(self) -> str:
        return self.settings.interface_language or "en"
