"""What the tests share: the folder beside the project, tools, the TEI schemas, golden files."""

import hashlib
import os
import pickle
import shutil
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
import xmlschema
from golden import Golden, golden_for
from hypothesis import settings
from lxml import etree
from playwright.sync_api import Browser, sync_playwright
from small_edition import Edition, quicken

from converter.edition import build
from converter.fingerprint import program_files
from converter.known_program import SETTLED
from converter.settings import Settings, read_settings

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
IN_CI = os.environ.get("CI", "").lower() == "true"

# A first example may load a schema for seconds: what an example costs says nothing about a fault.
settings.register_profile("project", deadline=None)
if not IN_CI:
    settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write golden files and the expected dumps of cases instead of comparing with them",
    )


@pytest.fixture(scope="session", autouse=True)
def settled_program() -> None:
    """A build keeps no fingerprint of files that were touched just now, as those of a clone."""
    newest = max(os.lstat(file).st_ctime_ns for _, file in program_files())
    time.sleep(max(0, newest + SETTLED - time.time_ns()) / 10**9)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """``golden(path, text)`` holds a text against a file; ``--update-golden`` writes the file."""
    return golden_for(request)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of small editions without what takes long and is the same in all of them."""
    quicken(monkeypatch)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Three invented pages, and what was built from them."""
    made = Edition(tmp_path)
    assert made.build().exit_code == 0
    return made


# What the machine may lack. A test that asks for it is skipped, and the skip says what is missing.


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the project: real pages, their gold encoding, the TEI schemas."""
    if not SHARED.is_dir():
        pytest.skip("the folder 'shared' with real pages and TEI schemas is not beside the project")
    return SHARED


def program(*names: str) -> Path:
    """The first of these programs that is installed."""
    for name in names:
        if found := shutil.which(name):
            return Path(found)
    pytest.skip(f"the program '{names[0]}' is not installed")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """A browser for looking at pages; run it with ``--no-sandbox`` where root runs the tests."""
    return program("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """Chromium, started once; each test opens a page of its own and closes it."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the examples, built once: to be looked at, not changed."""
    examples, folder = PROJECT / "examples", tmp_path_factory.mktemp("built")
    build([examples], folder, read_settings(examples / "edition.toml"))
    return folder


@pytest.fixture(scope="session")
def built_real_pages(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the real pages, built once: to be looked at, not changed."""
    folder = tmp_path_factory.mktemp("built_real")
    build([shared / "pages"], folder, Settings())
    return folder


@pytest.fixture(scope="session", params=["built_site", "built_real_pages"])
def any_edition(request: pytest.FixtureRequest) -> Path:
    """The output folder of the examples, then that of the real pages."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="session")
def trang() -> Path:
    """The program that derives RNG and XSD from the compact schema."""
    return program("trang")


@pytest.fixture(scope="session")
def tei_all_rng(shared: Path) -> etree.RelaxNG:
    """The complete TEI schema; building it takes ten seconds and cannot be cached."""
    return etree.RelaxNG(file=str(shared / "tei" / "tei_all.rng"))


@pytest.fixture(scope="session")
def tei_all_xsd(shared: Path, pytestconfig: pytest.Config) -> xmlschema.XMLSchema:
    """The complete TEI schema as XSD; built once (17 s), then loaded from pytest's cache."""
    folder = shared / "tei" / "xsd"
    key = hashlib.sha256(f"{sys.version} {xmlschema.__version__}".encode())
    for part in sorted(folder.glob("*.xsd")):
        key.update(part.read_bytes())
    kept = pytestconfig.cache.mkdir("tei_all_xsd") / f"{key.hexdigest()}.pickle"
    if kept.exists():
        loaded: xmlschema.XMLSchema = pickle.loads(kept.read_bytes())
        return loaded
    schema = xmlschema.XMLSchema(folder / "tei_all.xsd", defuse="always", allow="local")
    beside = kept.with_suffix(f".{os.getpid()}")
    beside.write_bytes(pickle.dumps(schema))
    beside.replace(kept)
    return schema


# What could not run is said at the end of every run; where CI=true, it is a failure.


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if IN_CI and not hasattr(report, "wasxfail"):
        refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if IN_CI:
        refuse_skip(report)
    return report


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped:
        report.longrepr = f"skipped, but with CI=true everything must run: {reason(report)}"
        report.outcome = "failed"


def reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why something was skipped, in the words of whoever skipped it."""
    said = report.longrepr
    return (said[2] if isinstance(said, tuple) else str(said)).removeprefix("Skipped: ")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = Counter(reason(report) for report in terminalreporter.stats.get("skipped", []))
    if reasons:
        terminalreporter.section("could not run here")
    for why, count in reasons.most_common():
        terminalreporter.write_line(f"{count} {'test' if count == 1 else 'tests'}: {why}")
