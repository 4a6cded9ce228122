"""A built site judged: its pages, links, weight and policy, and what axe and vnu say of them."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page

# axe-core and vnu-jar are published on npm; the package of axe on PyPI carries an older one, that
# of vnu on PyPI one so old that it knows neither popover nor search. Both are locked with digits.
LOCKED = Path(__file__).with_name("judges")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REFERENCES = (
    "for",
    "form",
    "list",
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-labelledby",
    "aria-owns",
    "popovertarget",
)
LOADED = {"img": "src", "script": "src", "source": "src", "iframe": "src", "object": "data"}


@dataclass(frozen=True)
class SitePage:
    """A page of the site, read as HTML."""

    path: Path
    site: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(self.site).as_posix()

    @cached_property
    def root(self) -> html.HtmlElement:
        return html.document_fromstring(self.path.read_bytes())

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(str(each) for each in self.root.xpath("//@id"))

    @cached_property
    def shows(self) -> frozenset[str]:
        """Every element and class on the page: what a judge can find fault with."""
        elements = [each for each in self.root.iter() if isinstance(each.tag, str)]
        return frozenset(
            f"{each.tag}.{name}"
            for each in elements
            for name in ["", each.get("role") or "", *(each.get("class") or "").split()]
        )

    @cached_property
    def for_script(self) -> frozenset[str]:
        """The words that the page holds ready, hidden or in templates, for a script to show."""
        ready = self.root.xpath(
            "//*[@hidden]//text() | //template//text() | //@*[starts-with(name(), 'data-')]"
        )
        return frozenset(word for text in ready for word in str(text).lower().split())

    @property
    def links(self) -> list[str]:
        return [str(each) for each in self.root.xpath("//@href | //@src | //@cite | //@poster")]

    @property
    def assets(self) -> list[Path]:
        """Its stylesheets and scripts, wherever they lie."""
        found = self.root.xpath("//link[@rel = 'stylesheet']/@href | //script/@src")
        return [(self.path.parent / unquote(str(each))).resolve() for each in found]

    @property
    def weight(self) -> int:
        """What a first visit loads, in bytes as they lie there: page, styles, scripts."""
        return sum(each.stat().st_size for each in [self.path, *self.assets])


def pages(site: Path) -> list[SitePage]:
    return [SitePage(path, site) for path in sorted(site.rglob("*.html"))]


def kinds(found: Sequence[SitePage]) -> list[SitePage]:
    """Few pages that show between them every element and class that the site has."""
    left, chosen = list(found), list[SitePage]()
    unseen = frozenset[str]().union(*(page.shows for page in found))
    while unseen:
        best = max(left, key=lambda page: (len(page.shows & unseen), page.name))
        left.remove(best)
        chosen.append(best)
        unseen -= best.shows
    return sorted(chosen, key=lambda page: page.name)


# ---------------------------------------------------------------- links


def dead_links(found: Sequence[SitePage]) -> Iterator[str]:
    """Files and places that a page names and that are not there."""
    known = {page.path.resolve(): page for page in found}
    for page in found:
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
            if page.site.resolve() not in target.resolve().parents:
                yield f"{page.name}: {link} leads out of the site"
            elif not target.is_file():
                yield f"{page.name}: {link} leads to no file"
            elif parts.fragment and unquote(parts.fragment) not in known[target.resolve()].ids:
                yield f"{page.name}: {link} leads to no place"


def dead_references(page: SitePage) -> Iterator[str]:
    """Ids that an attribute names and no element has; ids that two elements have."""
    for attribute in REFERENCES:
        for value in page.root.xpath(f"//@{attribute}"):
            for each in set(str(value).split()) - page.ids:
                yield f'{page.name}: {attribute}="{each}" names no element'
    every = [str(each) for each in page.root.xpath("//@id")]
    for each in page.ids:
        if every.count(each) > 1:
            yield f'{page.name}: two elements have id="{each}"'


def loaded_from_outside(page: SitePage) -> Iterator[str]:
    """What the page itself would load from another host."""
    for element, attribute in LOADED.items():
        for value in page.root.xpath(f"//{element}/@{attribute}"):
            if urlsplit(str(value)).netloc:
                yield f"{page.name}: {element} {value}"
    for value in page.root.xpath("//link[not(@rel = 'canonical' or @rel = 'license')]/@href"):
        if urlsplit(str(value)).netloc:
            yield f"{page.name}: link {value}"


def written_in_the_page(page: SitePage) -> Iterator[str]:
    """Scripts and styles inside the page, which its policy would not run."""
    for script in page.root.xpath("//script[not(@src)][not(contains(@type, 'json'))] | //style"):
        yield f"{page.name}: <{script.tag}> {(script.text or '')[:60]}"
    for attribute in page.root.xpath("//@style | //@*[starts-with(name(), 'on')]"):
        yield f"{page.name}: {attribute.attrname}={str(attribute)[:60]}"


def policy(page: SitePage) -> str:
    """The policy of the page, where it is the first thing that its head says."""
    (head,) = page.root.xpath("/html/head")
    first = head[0]
    said = first.get("http-equiv") == "Content-Security-Policy"
    return str(first.get("content")) if said else ""


# ---------------------------------------------------------------- other people's judges


@dataclass(frozen=True, slots=True)
class Judges:
    """axe-core, vnu and CETEIcean in a folder of node modules."""

    modules: Path

    @property
    def axe(self) -> str:
        return (self.modules / "axe-core" / "axe.min.js").read_text("utf-8")

    @property
    def vnu(self) -> Path:
        return self.modules / "vnu-jar" / "build" / "dist" / "vnu.jar"

    @property
    def ceteicean(self) -> Path:
        return self.modules / "CETEIcean" / "dist" / "CETEI.js"


def fetched(folder: Path) -> Judges:
    """The judges in ``folder``, fetched by npm where they are not there or are others."""
    lock = LOCKED / "package-lock.json"
    kept = folder / lock.name
    judges = Judges(folder / "node_modules")
    if kept.is_file() and kept.read_bytes() == lock.read_bytes() and judges.vnu.is_file():
        return judges
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("the program 'npm' is not installed")
    for file in LOCKED.glob("package*.json"):
        shutil.copy(file, folder)
    call = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    answer = subprocess.run(call, cwd=folder, capture_output=True, text=True)
    if answer.returncode:
        kept.unlink()
        pytest.skip("axe-core, vnu-jar and CETEIcean cannot be fetched from npm (tests/judges)")
    return judges


def html_errors(judges: Judges, addresses: Sequence[str], java: Path) -> list[str]:
    """What vnu calls an error or warns of, on all pages in one call.

    It is given addresses: of a file it says that the policy forbids everything beside it.
    """
    allowed = "-Dnu.validator.servlet.allow-forbidden-hosts=true"  # this computer is one of them
    call = [str(java), "-Xss4m", allowed, "-jar", str(judges.vnu), "--format", "json", "--stdout"]
    answer = subprocess.run([*call, *addresses], capture_output=True, text=True)
    said = json.loads(answer.stdout)["messages"]
    return sorted(
        f"{urlsplit(each.get('url', '')).path}:{each.get('lastLine', 0)}: {each['message']}"
        f" {each.get('extract', '')!r}"
        for each in said
        if (each["type"] != "info" or each.get("subType") == "warning") and not is_data(each)
    )


def is_data(said: dict[str, Any]) -> bool:
    """vnu warns that the policy stops what schema.org is told, which is no script but data."""
    blocked = str(said["message"]).startswith("Inline script violates Content Security Policy")
    return blocked and 'type="application/ld+json"' in said.get("extract", "")


def violations(judges: Judges, page: Page) -> list[str]:
    """What axe finds on a page as it stands in the browser, in one line an element."""
    page.evaluate(judges.axe)
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    return [
        f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
