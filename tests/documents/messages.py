"""Every English sentence that the papers look up, found by reading the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "leghorn_bench"
LOOKED_UP_BY = {"words", "N_", "Words"}


def messages() -> set[str]:
    """The sentences of the papers and of their errors."""
    files = [*(PACKAGE / "documents").rglob("*.py"), *(PACKAGE / "domain" / "papers").glob("*.py")]
    return {said for file in files for said in _messages(ast.parse(file.read_text("utf-8")))}


def _messages(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="counted"), args=[ast.Constant(value=str(one)), *_]
            ):
                yield one
            case ast.Call(func=called, args=[ast.Constant(value=str(said)), *_]) if _looks_up(
                called
            ):
                yield said
            case ast.Assign(targets=[ast.Name(id="sentence")], value=ast.Constant(value=str(said))):
                yield said
            case ast.AnnAssign(target=ast.Name(id="sentence"), value=ast.Constant(value=str(said))):
                yield said


def _looks_up(called: ast.expr) -> bool:
    match called:
        case ast.Name(id=name):
            return name in LOOKED_UP_BY
        case ast.Attribute(attr="words"):
            return True
        case ast.Call(func=ast.Name(id="Words")):
            return True
    return False
