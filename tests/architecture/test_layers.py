"""The arrows between the folders (DESIGN.md), held by reading every import, also in functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "leghorn_bench"

MAY_IMPORT = {
    "domain": set(),
    "resources": set(),
    "settings": {"domain"},
    "texts": {"domain", "resources"},
    "store": {"domain"},
    "readers": {"domain"},
    "documents": {"domain", "texts", "resources"},
    "mail": {"domain", "texts"},
    "services": {
        "domain", "texts", "resources", "settings", "store", "readers", "documents", "mail",
    },
    "ui": {"domain", "texts", "resources", "settings", "readers", "services"},
    "cli": {"domain", "texts", "resources", "settings", "store", "readers", "services"},
    "app": {
        "domain", "texts", "resources", "settings", "store", "readers", "documents", "mail",
        "services", "ui", "cli",
    },
}  # fmt: skip

ONLY_IN = {
    "peewee": {"store"},
    "playhouse": {"store"},
    "sqlite3": {"store"},
    "psycopg": {"store"},
    "serial": {"readers"},
    "reportlab": {"documents"},
    "PySide6": {"ui", "app"},
    "pypdfium2": {"ui", "documents"},
    "imaplib": {"mail"},
    "smtplib": {"mail"},
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write the whole path of the import"
            yield f"{node.module}"
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_layer_may(module: Path) -> None:
    layer = layer_of(module)
    if layer == "__init__":
        return
    assert layer in MAY_IMPORT, f"{layer} is a room that DESIGN.md does not know"
    for name in imports_of(module):
        top, _, rest = name.partition(".")
        if top == "leghorn_bench" and rest not in {"", "__version__"}:
            target = rest.split(".")[0]
            assert target == layer or target in MAY_IMPORT[layer], f"{layer} may not import {name}"
        elif top in ONLY_IN:
            assert layer in ONLY_IN[top], f"{name} belongs in {sorted(ONLY_IN[top])}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_a_module_says_in_one_sentence_what_it_is(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith(".")
