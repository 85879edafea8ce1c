"""What every module keeps to: its size, its name, and a policy that reads nothing but its arguments."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "backend/afterview"
MODULES = sorted(PACKAGE.rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "manager", "handler", "data", "info", "misc", "common"}
PURE = {
    "afterview", "bisect", "collections", "dataclasses", "datetime", "enum", "functools", "hashlib", "importlib",
    "itertools", "json", "math", "operator", "pkgutil", "re", "types", "typing", "zoneinfo",
}  # fmt: skip
"""The standard library's modules that give the same answer to the same question, and `afterview` itself."""


def lines_in(node: ast.AST) -> int:
    """How many lines a definition takes."""
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imports_of(module: Path) -> set[str]:
    """The top-level names that a module imports, anywhere in it."""
    nodes = list(ast.walk(ast.parse(module.read_text())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    from_ = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in plain | from_}


def test_no_module_is_longer_than_300_lines() -> None:
    long = {str(module.relative_to(ROOT)): len(module.read_text().splitlines()) for module in MODULES}
    assert not {name: lines for name, lines in long.items() if lines > 300}


def test_every_function_fits_a_screen() -> None:
    functions = [
        (f"{module.relative_to(ROOT)}:{node.lineno} {node.name}", lines_in(node))
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert not [name for name, lines in functions if lines > 60]


def test_every_name_says_what_it_is_about() -> None:
    assert not [str(module.relative_to(ROOT)) for module in MODULES if module.stem.split("_")[-1] in VAGUE]


@pytest.mark.parametrize("module", sorted((PACKAGE / "policy").rglob("*.py")), ids=lambda module: module.stem)
def test_the_policy_reads_nothing_but_its_arguments(module: Path) -> None:
    assert imports_of(module) <= PURE
