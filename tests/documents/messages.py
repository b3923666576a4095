"""Every English sentence that the papers look up, found by reading the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "leghorn_bench"
LOOKED_UP_BY = {"words", "N_"}


def messages() -> set[str]:
    """The sentences of the papers and of their errors."""
    return papers_messages() | error_sentences()


def papers_messages() -> set[str]:
    """What papers say, in five languages."""
    return {said for tree in _trees() for said in _said(tree)}


def error_sentences() -> set[str]:
    """What people are told when a paper cannot be made, in the languages of the screens."""
    return {said for tree in _trees() for said in _sentences(tree)}


def _trees() -> Iterator[ast.AST]:
    files = [*(PACKAGE / "documents").rglob("*.py"), *(PACKAGE / "domain" / "papers").glob("*.py")]
    yield from (ast.parse(file.read_text("utf-8")) for file in files)


def _said(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="counted"), args=[ast.Constant(value=str(one)), *_]
            ):
                yield one
            case ast.Assign(targets=[ast.Name(id="title")], value=ast.Constant(value=str(title))):
                yield title
            case ast.Call(func=by, args=[ast.Constant(value=str(said)), *_]) if _looks_up(by):
                yield said


def _sentences(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id="sentence")], value=ast.Constant(value=str(said))):
                yield said
            case ast.AnnAssign(target=ast.Name(id="sentence"), value=ast.Constant(value=str(said))):
                yield said


def _looks_up(called: ast.expr) -> bool:
    match called:
        case ast.Name(id=name):
            return name in LOOKED_UP_BY
        case ast.Attribute(attr="words" | "alone") | ast.Call(func=ast.Name(id="Words")):
            return True
    return False
