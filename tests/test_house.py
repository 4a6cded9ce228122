"""The rules of the house, held against every module, command, problem code and file."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from golden import Golden
from problems_page import PAGE, problems_page, schematron_wording

from converter import __version__, resources
from converter.kinds import KINDS

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "converter"
MODULES = sorted(PACKAGE.rglob("*.py"))


def dotted(module: Path) -> str:
    return ".".join(module.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
every_module = pytest.mark.parametrize("module", MODULES, ids=dotted)
every_code = pytest.mark.parametrize("code", sorted(KINDS))


# ---------------------------------------------------------------- modules


@every_module
def test_a_module_has_at_most_300_lines(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= 300


@every_module
def test_the_first_line_of_a_module_says_what_it_is_for(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.startswith('"""'), "the first line is no docstring"
    said = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
    assert len(said.split()) > 2, "the first line says nothing"


@every_module
def test_a_module_catches_only_errors_it_names(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type, f"line {node.lineno} catches everything"
            caught = ast.unparse(node.type)
            assert not re.search(r"\b(Base)?Exception\b", caught), f"line {node.lineno}: {caught}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
    assert [dotted(module) for module in MODULES if module.stem in empty] == []


def imports(module: Path) -> Iterator[str]:
    """What a module imports as it is loaded (not what a function imports when it is called)."""
    for node in ast.parse(module.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{dotted(module)}, line {node.lineno}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_point_one_way() -> None:
    names = {dotted(module) for module in MODULES}
    graph = {
        dotted(module): {
            found
            for name in imports(module)
            for found in (name, name.rpartition(".")[0])
            if found in names and found not in {"converter", dotted(module)}
        }
        for module in MODULES
    }
    TopologicalSorter(graph).prepare()  # names the circle where there is one


def test_everything_that_is_imported_is_a_declared_dependency() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    needs = settings["project"]["dependencies"]
    extras = settings["project"]["optional-dependencies"]
    declared = {re.split(r"[<>=!~ \[]", need)[0] for need in needs}
    optional = {  # and where each may be imported
        (re.split(r"[<>=!~ \[]", need)[0].removesuffix("_binary"), folder)
        for extra, folder in (("books", "books"), ("learn", "learning"), ("search", "site"))
        for need in extras[extra]
    }
    used = {
        name.partition(".")[0]
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if (name.partition(".")[0], module.parent.name) not in optional
    } - {*sys.stdlib_module_names, "converter"}
    providers = packages_distributions()
    assert {providers[name][0].lower() for name in used} <= declared


# ---------------------------------------------------------------- commands


def commands() -> dict[str, click.Command]:
    from converter.cli import COMMANDS, command, main

    return {"": main, **{name: command(name) for name in COMMANDS}}


def test_the_list_of_commands_names_every_module_of_theirs() -> None:
    from converter.cli import COMMANDS

    modules = {path.stem for path in (PACKAGE / "commands").glob("*.py")}
    held = {name: importlib.import_module(f"converter.commands.{name}") for name in modules}
    found = {name for name in held if isinstance(getattr(held[name], name, 0), click.Command)}
    assert found == set(COMMANDS)
    assert all(len(said) < 60 and said.endswith(".") for said in COMMANDS.values())


def test_every_command_and_every_option_has_help() -> None:
    for name, command in commands().items():
        assert command.help, f"converter {name}"
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"converter {name} {parameter.opts[0]}"


def test_every_command_answers_to_h() -> None:
    main = commands()[""]
    for name in commands():
        answer = CliRunner().invoke(main, [*filter(None, [name]), "-h"])
        assert answer.exit_code == 0, f"converter {name} -h"
        assert answer.output.startswith("Usage: "), f"converter {name} -h"


def test_every_command_is_in_the_readme() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    for name in filter(None, commands()):
        assert f"converter {name}" in readme, f"README.md does not mention 'converter {name}'"


# ---------------------------------------------------------------- problems


@every_code
def test_a_kind_of_problem_is_written_as_all_are(code: str) -> None:
    severity, says, hint = KINDS[code]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    assert severity in {"notice", "warning", "error"}
    for sentence in filter(None, (says, hint)):
        assert not sentence.endswith("."), "a message ends without a full stop"
        first = sentence.split()[0]
        assert first[0] in "{'" or first == first.lower() or first.isupper(), "lower case first"
    assert hint or severity == "notice", "says what is wrong but not what to do"


def test_every_kind_of_problem_is_raised_somewhere() -> None:
    modules = [module for module in MODULES if not module.stem.endswith("kinds")]
    rules = set(schematron_wording())
    missing = set(KINDS) - rules - words_of_strings(modules)
    assert not missing, "\n".join(sorted(missing))


def test_every_kind_of_problem_has_a_test_that_names_it() -> None:
    missing = set(KINDS) - words_of_strings((PROJECT / "tests").rglob("*.py"))
    assert not missing, "\n".join(sorted(missing))


def test_a_code_that_stands_in_a_comment_only_counts_as_not_named(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""Of a-docstring."""\n# of a-comment\nf(f"{x} [a-code]\\n")\n', "utf-8")
    assert words_of_strings([module]) == {"a-code"}


def words_of_strings(modules: Iterable[Path]) -> set[str]:
    """What stands in strings of modules and looks like a code; comments say nothing here."""
    found: set[str] = set()
    for module in modules:
        nodes = list(ast.walk(ast.parse(module.read_text("utf-8"))))
        remarks = {node.value for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(CODE.findall(node.value)) if node not in remarks else set()
    return found


def test_the_table_of_problems_is_whole_before_any_pass_is_loaded() -> None:
    code = "import converter.kinds as k; print(*sorted(k.KINDS), sep='\\n')"
    alone = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    for module in MODULES:
        importlib.import_module(dotted(module))
    assert alone.stdout.split() == sorted(KINDS)


def test_the_page_of_problems_lists_every_kind(golden: Golden) -> None:
    golden(PAGE, problems_page())


# ---------------------------------------------------------------- files


def test_schemas_and_stylesheets_are_found_beside_the_package_in_a_checkout() -> None:
    assert resources.folder("schemas") == PROJECT / "schemas"
    assert resources.folder("xslt") == PROJECT / "xslt"


def test_schemas_and_stylesheets_are_found_inside_an_installed_package_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "converter")
    (tmp_path / "converter" / "xslt").mkdir(parents=True)
    (tmp_path / "xslt").mkdir()
    assert resources.folder("xslt") == tmp_path / "converter" / "xslt"
    with pytest.raises(FileNotFoundError, match="'schemas'"):
        resources.folder("schemas")


def test_the_change_log_speaks_of_this_version() -> None:
    assert f"## {__version__}" in (PROJECT / "CHANGELOG.md").read_text("utf-8")


def test_the_citation_is_of_this_version() -> None:
    assert f"version: {__version__}\n" in (PROJECT / "CITATION.cff").read_text("utf-8")


@pytest.mark.slow
def test_no_text_of_the_real_pages_stands_in_the_project(shared: Path) -> None:
    tool = shared / "tools" / "borrowed_text.py"
    answer = subprocess.run([sys.executable, tool, PROJECT], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
