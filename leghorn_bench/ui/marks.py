"""How a widget says what it is, so that the stylesheet knows how it looks."""

import re
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from leghorn_bench.ui.tokens import Size, Tone

W = TypeVar("W", bound=QWidget)
_LONG_WORD = re.compile(r"\S{24}(?=\S)")


def mark(widget: W, **properties: str | bool) -> W:
    """Set stylesheet properties, e.g. ``part="card"``, ``tone=Tone.OK``; gives the widget."""
    changed = False
    for name, value in properties.items():
        told = str(value) if isinstance(value, str) else value
        if widget.property(name) != told:
            widget.setProperty(name, told)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
    return widget


def words(
    text: str,
    size: Size = Size.BODY,
    tone: Tone = Tone.PLAIN,
    *,
    strong: bool = False,
    wrap: bool = False,
) -> QLabel:
    """A label of plain text (never markup: names hold ``<`` and ``&``), in the type scale."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    return mark(label, step=size, tone=tone, strong=strong)


def breakable(text: str) -> str:
    """``text`` with places at which its long words may go on in the next line, e.g. addresses."""
    return _LONG_WORD.sub(lambda found: f"{found.group()}\u200b", text)


def hairline() -> QFrame:
    """A horizontal line that separates two parts of a card."""
    line = QFrame()
    line.setFixedHeight(1)
    return mark(line, part="line")
