"""The commands: results on stdout, talk on stderr, files where they were asked for, status."""

import json
import tomllib
from html import escape
from pathlib import Path

import pytest
from calling import files, run
from lxml import etree
from page_printer import page_around
from test_render import found, parsed

from converter.cli import COMMANDS, command, main
from converter.html_pages import plain_text
from converter.line_rules import RULES
from converter.pipeline import STAGES
from converter.settings import Settings, read_settings

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = PROJECT / "examples"
DIARY = EXAMPLES / "diary"
NIGHT = DIARY / "28 September, night.txt"
PAGE = page_around(["12 March", "The bell was saved."])
OTHER = page_around(["The lantern", "The lantern was not."], title="The lantern")
SMALL = """<grammar xmlns="http://relaxng.org/ns/structure/1.0">
<start><element name="bell"><text/></element></start></grammar>"""


def as_html(page: bytes) -> str:
    """A page of text as its viewer might have it: lists, paragraphs, and what is not shown."""
    out = ["<!DOCTYPE html><html><head><title>A page</title><style>p{}</style></head><body>"]
    for line in page.decode().split("\n"):
        if line.lstrip().startswith("• "):
            depth = (len(line) - len(line.lstrip())) // 2
            item = f"<li><a href='#'>{escape(line.lstrip()[2:])}</a></li>"
            out.append("<ul>" * depth + item + "</ul>" * depth)
        elif line.startswith("Page "):
            out.append(f"<p>{line}</p>")
        else:
            out.append(f"<div><span>{escape(line)}</span></div>")
    return "\n".join([*out, "<script>var text = 'no';</script></body></html>"])


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    """A folder with two TEI files."""
    folder = tmp_path / "tei"
    (folder / "b").mkdir(parents=True)
    for name, page in (("a.xml", PAGE), ("b/c.xml", OTHER)):
        (tmp_path / "page.txt").write_bytes(page)
        run("convert", tmp_path / "page.txt", "-o", folder / name)
    return folder


# ---------------------------------------------------------------- help


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_is_a_result_and_says_what_the_command_does(name: str | None) -> None:
    for flag in ("-h", "--help"):
        answer = run(*filter(None, [name, flag]))
        assert answer.exit_code == 0
        assert answer.stderr == ""
        called = command(name) if name else main
        assert (called.help or "").split("\n")[0].split()[0] in answer.stdout


@pytest.mark.parametrize("name", ["build", "convert", "validate", "render", "inspect", "init"])
def test_a_command_without_its_files_says_what_is_missing(name: str) -> None:
    answer = run(name)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert "Missing argument" in answer.stderr


def test_a_command_that_does_not_exist_is_an_error_of_the_call() -> None:
    answer = run("publish")
    assert answer.exit_code == 2
    assert "publish" in answer.stderr
    assert "Did you mean 'build'?" in run("biuld").stderr


def test_the_readme_speaks_of_every_option() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    options = {
        parameter.opts[-1]
        for name in COMMANDS
        for parameter in command(name).params
        if parameter.opts[-1].startswith("--")
    }
    assert {option for option in options - {"--output"} if option not in readme} == set()


# ---------------------------------------------------------------- convert


def test_a_page_goes_to_stdout_as_it_goes_to_a_file(tmp_path: Path) -> None:
    out = run("convert", NIGHT)
    assert out.exit_code == 0
    assert run("convert", NIGHT, "-o", tmp_path / "deep" / "a.xml").stdout == ""
    assert (tmp_path / "deep" / "a.xml").read_bytes() == out.stdout_bytes
    assert etree.fromstring(out.stdout_bytes).tag == "{http://www.tei-c.org/ns/1.0}TEI"


def test_a_page_alone_goes_into_a_folder_that_is_there(tmp_path: Path) -> None:
    run("convert", NIGHT, "-o", tmp_path)
    assert [*files(tmp_path)] == ["28 September, night.xml"]


def test_a_folder_is_mirrored_with_what_lies_below_it(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for name in ("a.txt", "b/c.TXT", "b/d/e.htm", "b/d/f.HTML", "g.h.txt"):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        html = name.lower().endswith(("htm", "html"))
        (pages / name).write_bytes(as_html(PAGE).encode() if html else PAGE)
    answer = run("convert", pages, "-o", tmp_path / "out")
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert [*files(tmp_path / "out")] == ["a.xml", "b/c.xml", "b/d/e.xml", "b/d/f.xml", "g.h.xml"]


def test_what_is_no_page_is_passed_over_and_counted_in_one_line(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for name in ("a.txt", "a_files/b.txt", ".hidden.txt", ".git/c.txt", "list.docx", "map.png"):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_bytes(PAGE)
    answer = run("convert", pages, "-o", tmp_path / "out")
    assert answer.exit_code == 0
    assert [*files(tmp_path / "out")] == ["a.xml"]
    assert [line for line in answer.stderr.splitlines() if "passed over" in line] == [
        "2 files of other kinds passed over"
    ]


def test_several_pages_without_a_folder_for_them_are_an_error_of_the_call(tmp_path: Path) -> None:
    answer = run("convert", NIGHT, DIARY / "1938-09-28.txt")
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert "-o OUT" in answer.stderr


def test_several_pages_are_written_beside_each_other(tmp_path: Path) -> None:
    run("convert", NIGHT, DIARY / "1938-09-28.txt", "-o", tmp_path / "out")
    assert [*files(tmp_path / "out")] == ["1938-09-28.xml", "28 September, night.xml"]


# ---------------------------------------------------------------- HTML


@pytest.mark.parametrize(
    "name", ["diary/1938-03-12.txt", "letters/ozerov-to-ozerova-1936-02-12.txt"]
)
def test_a_page_saved_as_html_is_the_page_saved_as_text(tmp_path: Path, name: str) -> None:
    data = (EXAMPLES / name).read_bytes()
    html = as_html(data)
    shown = [line.strip() for line in plain_text(html).split("\n") if line.strip()]
    assert shown == [line.strip() for line in data.decode().split("\n") if line.strip()]
    (tmp_path / "a.html").write_text(html, "utf-8")
    (tmp_path / "a.txt").write_bytes(data)
    one, other = run("convert", tmp_path / "a.html"), run("convert", tmp_path / "a.txt")
    assert one.exit_code == other.exit_code == 0
    assert one.stdout == other.stdout


# ---------------------------------------------------------------- validate


def test_valid_files_are_silent_on_stdout_and_end_with_0(tei: Path) -> None:
    answer = run("validate", tei)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert answer.stderr == "2 files checked, 0 errors\n"


def test_findings_are_results_with_place_and_next_step_and_end_with_1(tei: Path) -> None:
    file = tei / "a.xml"
    text = file.read_text("utf-8").replace("<p xml:id", "<paragraph/><p xml:id", 1)
    file.write_text(text, "utf-8")
    line = text[: text.index("<paragraph/>")].count("\n") + 1
    answer = run("validate", tei)
    assert answer.exit_code == 1
    assert answer.stdout.startswith(f"{file}:{line}: error: <paragraph>")
    assert "hint: " in answer.stdout
    assert answer.stderr == "2 files checked, 1 error\n"


def test_a_warning_ends_with_1_only_where_that_is_asked_for(tei: Path) -> None:
    file = tei / "a.xml"
    dated = '<head><date when="1937-03-12">12 March</date></head>'
    text = file.read_text("utf-8")
    assert dated in text
    file.write_text(text.replace(dated, "<head>12 March</head>"), "utf-8")
    answer = run("validate", file)
    assert "[diary-head-is-dated]" in answer.stdout
    assert "error: " not in answer.stdout
    assert answer.exit_code == 0
    assert run("validate", file, "--strict").exit_code == 1


def test_a_folder_without_tei_ends_with_2(tmp_path: Path) -> None:
    answer = run("validate", tmp_path)
    assert answer.exit_code == 2
    assert "there is no TEI file here (.xml) [no-tei]" in answer.stdout


def test_another_schema_is_used_instead_of_ours(tmp_path: Path, tei: Path) -> None:
    (tmp_path / "small.rng").write_text(SMALL, "utf-8")
    (tmp_path / "bell.xml").write_text("<bell>ding</bell>", "utf-8")
    option = ("--schema", tmp_path / "small.rng")
    assert run("validate", tmp_path / "bell.xml", *option).exit_code == 0
    assert run("validate", tmp_path / "bell.xml").exit_code == 1
    assert run("validate", tei / "a.xml", *option).exit_code == 1


def test_a_schema_that_is_none_ends_with_2_before_any_file_is_read(
    tmp_path: Path, tei: Path
) -> None:
    (tmp_path / "small.rng").write_text("<bell/>", "utf-8")
    answer = run("validate", tei, "--schema", tmp_path / "small.rng")
    assert answer.exit_code == 2
    assert "[schema-of-unknown-kind]" in answer.stderr
    assert answer.stdout == ""


# ---------------------------------------------------------------- JSON


def test_findings_are_data_where_json_is_asked_for(tei: Path) -> None:
    (tei / "a.xml").write_text("<TEI>", "utf-8")
    answer = run("validate", tei, "--format", "json")
    assert answer.exit_code == 1
    [problem] = json.loads(answer.stdout)
    assert problem["path"] == str(tei / "a.xml")
    assert problem["line"] == 1
    assert (problem["severity"], problem["code"]) == ("error", "xml-not-well-formed")
    assert set(problem) == {"path", "line", "column", "severity", "code", "message", "hint"}


def test_no_findings_are_an_empty_list_of_data(tei: Path) -> None:
    assert json.loads(run("validate", tei, "--format", "json").stdout) == []


def test_rules_are_data_where_json_is_asked_for() -> None:
    data = json.loads(run("rules", "--format", "json").stdout)
    assert [rule["name"] for rule in data] == [rule.name for rule in RULES]
    assert all(rule["because"] for rule in data)


def test_the_report_of_a_build_is_data_where_json_is_asked_for(tmp_path: Path) -> None:
    answer = run("build", NIGHT, "-o", tmp_path / "out", "--format", "json")
    assert json.loads(answer.stdout) == json.loads((tmp_path / "out/report.json").read_bytes())


# ---------------------------------------------------------------- render


def test_tei_is_rendered_to_stdout_to_a_file_and_to_a_folder_that_mirrors_it(
    tmp_path: Path, tei: Path
) -> None:
    text = run("render", tei / "a.xml", "--to", "text")
    assert "The bell was saved." in text.stdout
    assert run("render", tei / "a.xml", "--to", "text", "-o", tmp_path / "a.txt").stdout == ""
    assert (tmp_path / "a.txt").read_bytes() == text.stdout_bytes
    assert run("render", tei, "--to", "html", "-o", tmp_path / "html").exit_code == 0
    made = [name for name in files(tmp_path / "html") if not name.startswith("assets/")]
    assert made == ["a.html", "b/c.html"]
    assert "The lantern was not." in (tmp_path / "html/b/c.html").read_text("utf-8")


def test_pages_that_are_rendered_have_beside_them_what_they_load(tmp_path: Path, tei: Path) -> None:
    out = tmp_path / "html"
    run("render", tei, "--to", "html", "-o", out)
    copied = {path.relative_to(out).as_posix() for path in (out / "assets").iterdir()}
    for page in (out / "a.html", out / "b/c.html"):
        root = parsed(page.read_text("utf-8"))
        loaded = found(root, "//link[@rel = 'stylesheet' or @rel = 'icon']/@href | //script/@src")
        assert "edition.css" in {name.rpartition("/")[2] for name in loaded}
        loaded += " ".join(found(root, "//@data-scripts")).split()
        beside = {(page.parent / name).resolve().relative_to(out).as_posix() for name in loaded}
        assert beside == copied
    assert "assets/search.js" not in copied


def test_a_page_that_is_rendered_alone_has_its_assets_beside_it_and_text_has_none(
    tmp_path: Path, tei: Path
) -> None:
    run("render", tei / "a.xml", "--to", "html", "-o", tmp_path / "one/page.html")
    assert (tmp_path / "one/assets/edition.css").is_file()
    assert 'href="assets/edition.css"' in (tmp_path / "one/page.html").read_text("utf-8")
    run("render", tei, "--to", "text", "-o", tmp_path / "text")
    assert not (tmp_path / "text/assets").exists()
    assert 'href="edition.css"' in run("render", tei / "a.xml", "--to", "html").stdout


def test_an_asset_of_somebodys_own_is_kept_and_told_of_unless_they_are_to_be_replaced(
    tmp_path: Path, tei: Path
) -> None:
    own = tmp_path / "html/assets/edition.css"
    own.parent.mkdir(parents=True)
    own.write_text("body { color: teal }", "utf-8")
    answer = run("render", tei, "--to", "html", "-o", tmp_path / "html")
    assert answer.exit_code == 1
    assert f"{own}: error: there is another file of this name; it is kept [already-there]" in (
        answer.stderr
    )
    assert own.read_text("utf-8") == "body { color: teal }"
    assert (own.parent / "notes.css").is_file()
    assert run("render", tei, "--to", "html", "-o", tmp_path / "html", "--overwrite").exit_code == 0
    assert "--paper" in own.read_text("utf-8")


@pytest.mark.parametrize("form", ["html", "text"])
def test_an_element_nobody_thought_of_is_named_and_its_words_are_kept(tei: Path, form: str) -> None:
    file = tei / "a.xml"
    changed = file.read_text("utf-8").replace("The bell", "The <chime>great</chime> bell")
    file.write_text(changed, "utf-8")
    line = changed[: changed.index("<chime>")].count("\n") + 1
    answer = run("render", file, "--to", form)
    assert answer.exit_code == 1
    assert "great" in answer.stdout
    assert f"{file}:{line}: warning: no stylesheet has a form for the element 'chime', at /TEI" in (
        answer.stderr
    )


def test_of_files_to_render_a_bad_one_costs_only_itself(tmp_path: Path, tei: Path) -> None:
    (tei / "a.xml").write_text("<TEI", "utf-8")
    answer = run("render", tei, "--to", "text", "-o", tmp_path / "text")
    assert answer.exit_code == 1
    assert f"{tei / 'a.xml'}:1" in answer.stderr
    assert [*files(tmp_path / "text")] == ["b/c.txt"]


# ---------------------------------------------------------------- inspect, rules


@pytest.mark.parametrize("stage", [stage.name for stage in STAGES])
def test_every_pass_can_be_printed(stage: str) -> None:
    answer = run("inspect", NIGHT, "--stage", stage)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert "28 September, night" in answer.stdout


def test_a_pass_that_does_not_exist_is_answered_with_those_that_do() -> None:
    answer = run("inspect", NIGHT, "--stage", "sentences")
    assert answer.exit_code == 2
    assert all(stage.name in answer.stderr for stage in STAGES)


@pytest.mark.parametrize("page", sorted(EXAMPLES.rglob("*.txt")), ids=lambda page: str(page.stem))
def test_each_visible_line_is_printed_with_its_number_and_the_rule_that_claimed_it(
    page: Path,
) -> None:
    lines = page.read_text("utf-8").split("\n")
    first = lines.index("  • Cite", lines.index("Translation Transcription")) + 1
    between = range(first, lines.index("Document Details"))
    printed = [line for line in run("inspect", page).stdout.splitlines() if line.startswith(" ")]
    names = {rule.name for rule in RULES}
    for line in printed:
        number = int(line.split()[0])
        assert line.endswith(lines[number - 1])
        assert names & set(line.split())
    controls = {"Translation", "Transcription", "Print", "Save", "Share", "Cite", ""}
    text = {
        number + 1
        for number in between
        if lines[number].strip(" •\u00a0") not in controls and not lines[number].startswith("/ ")
    }
    assert text == {int(line.split()[0]) for line in printed}


def test_rules_are_printed_with_reasons_and_examples() -> None:
    answer = run("rules")
    for rule in RULES:
        assert f"{rule.name} → {rule.kind.value}" in answer.stdout
        assert f"because {rule.because}" in answer.stdout
    assert "fired" not in answer.stdout


def test_rules_are_counted_on_pages_that_are_named() -> None:
    printed = [line for line in run("inspect", NIGHT).stdout.splitlines() if line.startswith(" ")]
    data = json.loads(run("rules", NIGHT, "--format", "json").stdout)
    assert sum(rule["fired"] for rule in data) == len(printed)
    assert "repeats-the-title → head (1.00)  fired 1 time\n" in run("rules", NIGHT).stdout


# ---------------------------------------------------------------- init


def test_the_settings_that_are_written_first_are_read_again(tmp_path: Path) -> None:
    answer = run("init", EXAMPLES, "-o", tmp_path / "edition.toml")
    assert (answer.exit_code, answer.stdout) == (0, "")
    settings = read_settings(tmp_path / "edition.toml")
    assert settings == Settings(title="The Aldersen Diaries: Volume 1")
    text = (tmp_path / "edition.toml").read_text("utf-8")
    assert run("init", EXAMPLES).stdout == text


def test_every_setting_that_is_only_suggested_is_one_that_could_be_used(tmp_path: Path) -> None:
    run("init", EXAMPLES, "-o", tmp_path / "edition.toml")
    lines = (tmp_path / "edition.toml").read_text("utf-8").splitlines()
    suggested = [line.removeprefix("# ") for line in lines if " = " in line]
    (tmp_path / "all.toml").write_text("\n".join(suggested), "utf-8")
    assert set(tomllib.loads("\n".join(suggested))) >= {"editors", "publisher", "licence"}
    (tmp_path / "all.toml").write_text(
        "\n".join(suggested).replace('publisher = ""', 'publisher = "The Bell Press"'), "utf-8"
    )
    assert read_settings(tmp_path / "all.toml").publisher == "The Bell Press"


def test_settings_of_one_page_in_no_known_language_are_usable_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(page_around(["Nota", "Xyz qwv."], title="Nota"))
    answer = run("init", tmp_path / "a.txt")
    assert "# Made from 1 page: The Lantern Diaries: Volume 3 (1).\n" in answer.stdout
    assert '\n# language = "en"\n' in answer.stdout


def test_settings_that_are_there_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('title = "Mine"\n', "utf-8")
    answer = run("init", EXAMPLES, "-o", tmp_path / "edition.toml")
    assert answer.exit_code == 2
    assert "[already-there]" in answer.stderr
    assert (tmp_path / "edition.toml").read_text("utf-8") == 'title = "Mine"\n'
