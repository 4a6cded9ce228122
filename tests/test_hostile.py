"""The hostile pack: stylesheets, schemas and texts that would do harm, and that do none here."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from calling import files, run
from click.testing import Result
from hostile_world import PACK, SECRET, World, computing, unlocked_environment, world

from converter.kinds import KINDS

TEXT = Path(__file__).parent / "tei" / "letter.xml"
UNLOCKED = Path(__file__).parent / "unlocked.py"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
SMALL = f"<TEI>{'a' * 45}!{'<p>x</p>' * 200}</TEI>"
EMPTY = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>'
ANY = {  # schemas without malice, for comparison
    ".rng": '<element name="TEI" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>',
    ".xsd": '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="TEI"/></schema>',
    ".sch": '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="p">'
    '<assert test="true()">x</assert></rule></pattern></schema>',
}

# What is said of each; nothing where it runs and learns nothing.
STYLESHEETS = {
    "base-address": "confined-forbidden",
    "billion-laughs": "xml-has-doctype",
    "calls-itself": "stylesheet-failed",
    "circle": "stylesheet-in-circle",
    "collation-http": "stylesheet-failed",
    "collection": "stylesheet-reaches-out",
    "doc": "stylesheet-reaches-out",
    "doc-available": "",
    "doc-http": "stylesheet-reaches-out",
    "doc-of-a-path": "stylesheet-reaches-out",
    "doc-relative": "stylesheet-reaches-out",
    "document": "stylesheet-reaches-out",
    "document-type": "xml-has-doctype",
    "document-type-parameter": "xml-has-doctype",
    "environment": "",
    "evaluate": "stylesheet-reaches-out",
    "import-encoded": "confined-leads-out",
    "import-from-ours": "confined-leads-out",
    "import-relative": "confined-leads-out",
    "include-a-link": "confined-leads-out",
    "include-a-path": "confined-leads-out",
    "include-a-schema": "confined-forbidden",
    "include-absolute": "confined-leads-out",
    "include-data": "confined-leads-out",
    "include-http": "confined-leads-out",
    "java-environment": "stylesheet-broken",
    "java-runtime": "stylesheet-broken",
    "json-doc": "stylesheet-reaches-out",
    "load-xquery": "",
    "loop": "confined-too-long",
    "loop-while-compiled": "confined-too-long",
    "memory": "confined-too-long",
    "merge": "stylesheet-reaches-out",
    "parse-xml": "stylesheet-reaches-out",
    "regular-expression": "confined-too-long",
    "result-document": "stylesheet-reaches-out",
    "result-document-relative": "stylesheet-reaches-out",
    "shadow-attribute": "confined-forbidden",
    "source-document": "stylesheet-reaches-out",
    "static-parameter": "stylesheet-reaches-out",
    "system-properties": "",
    "talks-without-end": "confined-too-long",
    "transform": "stylesheet-reaches-out",
    "transform-elsewhere": "stylesheet-reaches-out",
    "unparsed-text": "stylesheet-reaches-out",
    "unparsed-text-http": "stylesheet-reaches-out",
    "unparsed-text-lines": "stylesheet-reaches-out",
    "uri-collection": "stylesheet-reaches-out",
    "use-package": "confined-forbidden",
    "use-when": "",
    "writes-without-end": "confined-too-long",
}
SCHEMAS = {
    "base-address.rng": "confined-forbidden",
    "billion-laughs.xsd": "xml-has-doctype",
    "counts.sch": "confined-too-long",
    "document-http.sch": "rules-not-run",
    "document-type.rng": "xml-has-doctype",
    "document.sch": "rules-not-run",
    "external-absolute.rng": "confined-leads-out",
    "external-http.rng": "confined-leads-out",
    "grows.rng": "confined-too-long",
    "import-http.xsd": "confined-leads-out",
    "import.sch": "confined-forbidden",
    "include-a-link.rng": "confined-leads-out",
    "include-relative.rng": "confined-leads-out",
    "include-relative.sch": "confined-leads-out",
    "include-relative.xsd": "confined-leads-out",
    "link.sch": "confined-leads-out",
    "location-hint.xsd": "",
    "pattern.rng": "schema-not-met",
    "pattern.xsd": "confined-too-long",
    "redefine-absolute.xsd": "confined-leads-out",
    "xinclude.sch": "confined-leads-out",
}
# Texts that declare nothing are read, and what they point to is left alone.
WITHOUT_DECLARATION = {
    "base-address",
    "inclusion",
    "inclusion-http",
    "schema-instruction",
    "schema-location",
    "stylesheet-instruction",
    "undeclared-entity",
}
TEXTS = sorted(file.stem for file in (PACK / "texts").iterdir())

ENDLESS = {"calls-itself", "memory"} | {
    name for name, code in (STYLESHEETS | SCHEMAS).items() if code == "confined-too-long"
}
# What Saxon and lxml, as they are today, refuse on their own, or what only computes.
HARMLESS_ALONE = ENDLESS | {
    "billion-laughs",
    "circle",
    "collation-http",
    "import-from-ours",  # an address that only we know
    "include-a-schema",
    "java-environment",
    "java-runtime",
    "load-xquery",
    "use-package",
    "base-address.rng",
    "billion-laughs.xsd",
    "document-http.sch",
    "document-type.rng",
    "external-http.rng",
    "import.sch",
    "location-hint.xsd",
    "pattern.rng",
}


@pytest.fixture
def here(tmp_path: Path) -> Iterator[World]:
    (tmp_path / "world").mkdir()
    with world(tmp_path / "world") as made:
        for ending in (".xsl", ".rng"):
            (made.work / f"link{ending}").symlink_to(made.secret / f"canary{ending}")
        (made.work / "small.xml").write_text(SMALL, "utf-8")
        yield made


def answered(here: World, *call: object, seconds_allowed: int = 1) -> tuple[Result, float]:
    """A call's answer; it has done no harm, and the user sees no traceback."""
    before = here.files()
    answer, seconds = computing(lambda: run(*call, "--time-limit", seconds_allowed))
    assert here.harm(before, answer.output) == set()
    assert "Traceback" not in answer.output
    assert answer.exit_code in (0, 1, 2)
    return answer, seconds


def told(answer: Result) -> str:
    """The codes of the problems in an answer that are errors."""
    codes = {code for code in KINDS if f"[{code}]" in answer.output}
    return " ".join(sorted(code for code in codes if KINDS[code].severity == "error"))


# ---------------------------------------------------------------- with our locks


@pytest.fixture(scope="module")
def seconds_of_good(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], float]:
    """What a file without malice takes, by its ending; measured once."""
    folder = tmp_path_factory.mktemp("good")
    measured: dict[str, float] = {}
    (folder / "small.xml").write_text(SMALL, "utf-8")

    def seconds(ending: str) -> float:
        if ending not in measured:
            good = folder / f"good{ending}"
            good.write_text(EMPTY if ending == ".xsl" else ANY[ending], "utf-8")
            if ending == ".xsl":
                answer, took = computing(lambda: run("render", TEXT, "--stylesheet", good))
            else:
                small = folder / "small.xml"
                answer, took = computing(lambda: run("validate", small, "--schema", good))
            assert answer.exit_code in (0, 1)
            measured[ending] = took
        return measured[ending]

    return seconds


def allowed(name: str, good: float) -> float:
    """A second more than a good file; what never ends, its limit and the rounding of it too."""
    return good + 1 + (4 if name in ENDLESS else 0)


def test_the_pack_and_the_tables_name_the_same_files() -> None:
    assert {file.stem for file in (PACK / "stylesheets").iterdir()} == {*STYLESHEETS}
    assert {file.name for file in (PACK / "schemas").iterdir()} == {*SCHEMAS}
    assert set(TEXTS) > WITHOUT_DECLARATION


@pytest.mark.parametrize("name", STYLESHEETS)
def test_a_hostile_stylesheet_does_no_harm(
    here: World,
    name: str,
    seconds_of_good: Callable[[str], float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CANARY", SECRET)
    stylesheet = here.place("stylesheets", f"{name}.xsl")
    good = seconds_of_good(".xsl")
    limit = 60 if name == "calls-itself" else 1  # Saxon ends it itself, after two seconds or so
    answer, seconds = answered(
        here, "render", TEXT, "--stylesheet", stylesheet, seconds_allowed=limit
    )
    assert told(answer) == STYLESHEETS[name]
    assert answer.exit_code == (2 if STYLESHEETS[name] else 0)
    assert seconds < allowed(name, good)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_hostile_schema_does_no_harm(
    here: World, name: str, seconds_of_good: Callable[[str], float]
) -> None:
    schema = here.place("schemas", name)
    good = seconds_of_good(schema.suffix)
    answer, seconds = answered(here, "validate", here.work / "small.xml", "--schema", schema)
    assert told(answer) == SCHEMAS[name]
    assert seconds < allowed(name, good)


COMMANDS = (
    ("validate",),
    ("render", "--to", "html"),
    ("render", "--to", "text"),
    ("render", "--stylesheet", "own.xsl"),
    ("validate", "--schema", "own.xsd"),
    ("cite", "--as", "bibtex"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_hostile_texts_do_no_harm(here: World, command: tuple[str, ...], tmp_path: Path) -> None:
    own = tmp_path / "own.xsl", tmp_path / "own.xsd"
    own[0].write_text(EMPTY, "utf-8")
    own[1].write_text(ANY[".xsd"], "utf-8")
    call = [tmp_path / part if part.startswith("own.") else part for part in command]
    texts = [here.place("texts", f"{name}.xml") for name in TEXTS]
    before = here.files()
    made = tmp_path / "made"
    to = ["-o", made] if command[0] == "render" else []
    _, good = computing(lambda: run(*call, TEXT, TEXT.parent / "diary-entry.xml", *to))
    answer, seconds = computing(lambda: run(*call, *texts, *to))
    assert "Traceback" not in answer.output
    results = b"".join(files(made).values()).decode("utf-8", "replace") if made.exists() else ""
    assert here.harm(before, answer.output + results) == set()
    said = [line for line in answer.output.splitlines() if line.endswith("[xml-has-doctype]")]
    refused = {Path(line.partition(":")[0]).stem for line in said}
    assert refused == set(TEXTS) - WITHOUT_DECLARATION
    assert seconds < good + 1


@pytest.mark.parametrize("name", sorted(set(TEXTS) - WITHOUT_DECLARATION))
def test_a_hostile_list_of_authorities_does_no_harm(here: World, name: str) -> None:
    text = here.place("texts", f"{name}.xml")
    before = here.files()
    answer = run("authorities", TEXT, "--authorities", text)
    assert "[xml-has-doctype]" in answer.output
    assert here.harm(before, answer.output) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{TEI}{'<hi>' * 100_000}", "xml-not-well-formed"),
        (f"{TEI}{'<hi>' * 100_000}{'</hi>' * 100_000}</TEI>", "xml-not-well-formed"),
        (f"{TEI}<p {' '.join(f'{n}=' for n in range(9))}/></TEI>", "xml-not-well-formed"),
        (f"{TEI}{'wind ' * 2_500_000}</TEI>", "xml-not-well-formed"),
        (f"{TEI}<{'a' * 200_000}/></TEI>", "xml-not-well-formed"),
    ],
    ids=["opened only", "nested", "attributes", "long text", "long name"],
)
@pytest.mark.parametrize("command", COMMANDS[:2], ids=" ".join)
def test_a_text_without_measure_is_refused(
    tmp_path: Path, command: tuple[str, ...], text: str, code: str
) -> None:
    file = tmp_path / "long.xml"
    file.write_text(text, "utf-8")
    answer = run(*command, file)
    assert f"[{code}]" in answer.output
    assert answer.exit_code in (1, 2)


def test_a_file_larger_than_all_others_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.xml_files.LARGEST", 1 << 20)
    monkeypatch.setattr("converter.sources.LARGEST", 1 << 20)
    (tmp_path / "a.xml").write_text(f"<a>{' ' * (1 << 20)}</a>", "utf-8")
    answer = run("validate", tmp_path / "a.xml")
    assert "a.xml: error: the file is larger than 1 MB [xml-too-large]" in answer.stdout
    assert "it is larger than 1 MB [cannot-read]" in run("cite", tmp_path, "--as", "ris").stderr


def test_what_is_wrong_ten_thousand_times_is_told_a_thousand_times(tmp_path: Path) -> None:
    rules = ANY[".sch"].replace("true()", "false()")
    (tmp_path / "rules.sch").write_text(rules, "utf-8")
    (tmp_path / "a.xml").write_text("<TEI>" + "<p/>\n" * 1_200 + "</TEI>", "utf-8")
    answer = run("validate", tmp_path / "a.xml", "--schema", tmp_path / "rules.sch")
    assert answer.stdout.count("[rule-broken]") == 1_000
    assert answer.stdout.count("[and-more]") == 1


# ---------------------------------------------------------------- without them


def unlocked(here: World, file: Path) -> set[str]:
    """The harm that a file does to a careless program."""
    before = here.files()
    answer = subprocess.run(
        [sys.executable, UNLOCKED, file, here.work / "small.xml"],
        capture_output=True,
        text=True,
        errors="replace",
        env=unlocked_environment(),
        cwd=here.work,
    )
    return here.harm(before, answer.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in STYLESHEETS if name not in HARMLESS_ALONE])
def test_the_stylesheet_would_do_harm_without_our_locks(here: World, name: str) -> None:
    assert unlocked(here, here.place("stylesheets", f"{name}.xsl"))


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in SCHEMAS if name not in HARMLESS_ALONE])
def test_the_schema_would_do_harm_without_our_locks(here: World, name: str) -> None:
    assert unlocked(here, here.place("schemas", name))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["entity", "entity-relative", "inclusion"])
def test_the_text_would_do_harm_without_our_locks(here: World, name: str) -> None:
    assert unlocked(here, here.place("texts", f"{name}.xml"))


def test_a_build_refuses_a_hostile_list_and_a_hostile_edited_text(
    here: World, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    pages = Path(__file__).resolve().parent.parent / "examples"
    assert run("build", pages, "-o", out).exit_code in (0, 1)
    edited = next(path for path in files(out) if path.startswith("tei/") and path.count("/") > 1)
    text = here.place("texts", "entity.xml")
    (out / edited).write_bytes(text.read_bytes())
    before = here.files()
    answer = run("build", pages, "-o", out)
    assert "[xml-has-doctype]" in answer.output
    made = b"".join(files(out).values()).decode("utf-8", "replace")
    assert here.harm(before, answer.output + made) == set()
    for option in ("--persons", "--authorities"):
        assert "[xml-has-doctype]" in run("build", pages, "-o", out, option, text).output
    assert here.harm(before, "") == set()
