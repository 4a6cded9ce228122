"""The installed program: a wheel in a new environment, used in a folder that holds nothing else."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

PROJECT = Path(__file__).resolve().parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Installed:
    """The program in an environment of its own, and the empty folder it is called from."""

    environment: Path
    folder: Path

    def python(self, *arguments: str) -> str:
        return run([self.environment / SCRIPTS / "python", *arguments], self.folder)

    def converter(self, *arguments: str) -> str:
        return run([self.environment / SCRIPTS / "converter", *arguments], self.folder)


def run(command: list[str | Path], folder: Path) -> str:
    """What a command printed; nothing of the checkout reaches it through its surroundings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    answer = subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True)
    assert answer.returncode == 0, f"{command}\n{answer.stdout}\n{answer.stderr}"
    return answer.stdout


def build(kind: str, source: Path, to: Path) -> Path:
    run([sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", to], source)
    (built,) = to.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", PROJECT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel alone is installed; what it needs is taken from the environment of the tests."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    program = Installed(environment, tmp_path_factory.mktemp("empty"))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(program.python("-c", where).strip())
    # A path in a .pth file is searched last, and .pth files found there are not read: the checkout
    # that the tests' environment points to stays unknown.
    (packages / "needs.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    into = ["--python", str(environment / SCRIPTS / "python")]
    pip = [sys.executable, "-m", "pip", *into, "install", "--quiet", "--no-deps", "--no-index"]
    run([*pip, wheel], program.folder)
    return program


@pytest.fixture(scope="module")
def page() -> Path:
    """The first of the example pages."""
    return next(path for path in sorted((PROJECT / "examples").rglob("*.txt")))


def test_the_wheel_holds_schemas_stylesheets_and_languages(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("schemas", "xslt"):
        beside = {path for path in (PROJECT / folder).rglob("*") if path.is_file()}
        assert {f"converter/{path.relative_to(PROJECT).as_posix()}" for path in beside} <= names
    languages = (PROJECT / "converter" / "languages").glob("*.toml")
    assert {f"converter/languages/{path.name}" for path in languages} <= names
    assert "converter/py.typed" in names


def test_the_wheel_holds_nothing_but_the_program(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"converter"}


def test_the_source_archive_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = build("sdist", PROJECT, tmp_path / "sdist")
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    again = build("wheel", source, tmp_path / "wheel")
    assert again.name == wheel.name
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()


def test_the_installed_program_is_not_the_checkout(installed: Installed) -> None:
    where = installed.python("-c", "import converter; print(converter.__file__)").strip()
    assert Path(where).is_relative_to(installed.environment)
    schemas = "from converter.resources import folder; print(folder('schemas'))"
    assert Path(installed.python("-c", schemas).strip()).is_relative_to(installed.environment)


def test_the_installed_program_works_in_an_empty_folder(installed: Installed, page: Path) -> None:
    shutil.copy(page, installed.folder / "page.txt")
    assert "Usage: converter" in installed.converter("--help")
    installed.converter("convert", "page.txt", "-o", "page.xml")
    assert etree.parse(installed.folder / "page.xml").getroot().tag.endswith("}TEI")
    installed.converter("validate", "page.xml")
    for kind in ("html", "text"):
        installed.converter("render", "page.xml", "--to", kind, "-o", f"out.{kind}")
        assert (installed.folder / f"out.{kind}").exists()
    made = {path.name for path in installed.folder.iterdir()} - {"page.txt"}
    assert made == {"page.xml", "out.html", "out.text", "assets"}
    assert (installed.folder / "assets" / "edition.css").is_file()
