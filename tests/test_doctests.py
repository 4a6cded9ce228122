"""The examples in docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import converter

MODULES = [name for _, name, _ in pkgutil.walk_packages(converter.__path__, "converter.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_some_modules_have_examples() -> None:
    found = sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES)
    assert found >= 3
