"""Which layout prints which paper; a layout is loaded when its first paper is printed."""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from leghorn_bench.domain.papers.kinds import PaperKind

if TYPE_CHECKING:
    from collections.abc import Callable

LAYOUTS = MappingProxyType(
    {
        PaperKind.QUOTE: "quote",
        PaperKind.REPLACEMENT_SLIP: "replacement_slip",
    }
)
"""The module of ``leghorn_bench.documents`` whose ``render(content)`` gives the PDF."""


def render(kind: PaperKind, content: object) -> bytes:
    """The PDF of a paper of ``kind``; ``content`` is the value that its layout takes."""
    layout = import_module(f"leghorn_bench.documents.{LAYOUTS[kind]}")
    return cast("Callable[[object], bytes]", layout.render)(content)
