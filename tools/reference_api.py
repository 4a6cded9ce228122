"""docs/api.md: the interface for Python, from the docstrings of its names."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import converter

HEAD = """\
# Python

```python
import converter
```

The names below are the interface; it is typed, and nothing of the program is loaded before one of
them is used. Values are frozen. What cannot be used raises `converter.Refused`, with the problem
and its hint; every code is in [Problem codes](problems.md). The examples are run as tests, in a
folder that holds `examples/`. A longer walk with pandas: [Counting in a notebook](notebook.md).
"""
FIRST = ("read", "read_edition", "SavedPage", "Document")
HIDDEN = {"data", "lines"}  # fields that only the program itself uses
LONG_PATHS = re.compile(r"\b(?:converter|os|typing|collections)\.(?:[a-z]\w*\.)*(?=\w)")


def api_page() -> str:
    """The page as it should be."""
    names = [*FIRST, *sorted({*converter.__all__} - {*FIRST, "__version__"})]
    return "\n".join([HEAD, *(line for name in names for line in section(name))])


def section(name: str) -> Iterator[str]:
    """A function, or a class with its fields and methods."""
    value = getattr(converter, name)
    yield f"## converter.{name}\n"
    if not inspect.isclass(value):
        yield f"```python\n{signature(name, value)}\n```\n"
        yield from prose(value)
        return
    yield from prose(value)
    if is_dataclass(value):
        yield "| field | type |\n|---|---|"
        shown = (each for each in fields(value) if each.name not in HIDDEN)
        yield from (f"| `{each.name}` | `{written(each.type)}` |" for each in shown)
    for method, found in vars(value).items():
        if isinstance(found, property) and not method.startswith("_"):
            kind = written(inspect.signature(found.fget or len).return_annotation)
            yield f"| `{method}` (computed) | `{kind}` |"
    yield ""
    for method, found in vars(value).items():
        if inspect.isfunction(found) and not method.startswith("_") and found.__doc__:
            yield f"### {name}.{method}\n\n```python\n{signature(method, found)}\n```\n"
            yield from prose(found)


def signature(name: str, function: Callable[..., object]) -> str:
    """How it is called, with the types, without the modules that they come from."""
    found = inspect.signature(function)
    kept = [each for each in found.parameters.values() if each.name != "self"]
    return f"def {name}{written(found.replace(parameters=kept))}: ..."


def written(kind: object) -> str:
    """A type as it is written in a program; no bar of it ends a cell of a table."""
    said = getattr(kind, "__name__", str(kind)) if inspect.isclass(kind) else str(kind)
    return re.sub(r"'([A-Z]\w+)'", r"\1", LONG_PATHS.sub("", said))


def prose(value: object) -> Iterator[str]:
    """A docstring as Markdown: its examples in blocks of their own."""
    examples: list[str] = []
    for part in (inspect.getdoc(value) or "").split("\n\n"):
        if part.startswith(">>>"):
            examples.append(part)
        else:
            yield re.sub(r"``(.+?)``", r"`\1`", part) + "\n"
    if examples:
        yield "```pycon\n" + "\n".join(examples) + "\n```\n"
