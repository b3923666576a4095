"""An identifier that a person can compare and copy: monospaced, in groups of four."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark

_GROUP = 4
_LONGEST_WORD = 12
_CONTROLS = {0x04: "<EOT>", 0x1C: "<FS>", 0x1D: "<GS>", 0x1E: "<RS>"}
"""Separators inside codes are shown by their names; what is copied has them as they are."""
_TOLD_MS = 1500


def grouped(identifier: str) -> str:
    """``identifier`` in groups of four where it is one long run; as it is otherwise.

    >>> grouped("3074257BF7194E4000001A85")
    '3074 257B F719 4E40 0000 1A85'
    >>> grouped("LGD-00004711")
    'LGD-00004711'
    >>> grouped("10A7" + chr(0x1D) + "21LGD")
    '10A7<GS>21LGD'
    """
    identifier = identifier.translate(_CONTROLS)
    if len(identifier) <= _LONGEST_WORD or not identifier.isalnum():
        return identifier
    return " ".join(identifier[at : at + _GROUP] for at in range(0, len(identifier), _GROUP))


def _halved(identifier: str) -> str:
    r"""The groups of ``identifier`` in two lines; one group stays whole.

    >>> _halved("3074257BF7194E4000001A85")
    '3074 257B F719\n4E40 0000 1A85'
    >>> _halved("(01)09521234000105(21)1828")
    '(01)09521234000105\n(21)1828'
    """
    begin, bracket, rest = identifier.rpartition("(")
    if begin:
        return f"{begin}\n{bracket}{rest}"
    groups = grouped(identifier).split(" ")
    middle = (len(groups) + 1) // 2
    lines = (" ".join(groups[:middle]), " ".join(groups[middle:]))
    return "\n".join(line for line in lines if line)


class IdentifierLabel(IconButton):
    """Shows an identifier in groups; a click or Enter copies it whole, without the spaces."""

    def __init__(self, identifier: str, clipboard: QClipboard | None = None) -> None:
        super().__init__("copy", part="identifier", pixels=16)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._identifier = ""
        self._clipboard = clipboard or QGuiApplication.clipboard()
        mark(self, mono=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Copy"))
        self.clicked.connect(self._copy)
        self.show_identifier(identifier)

    def show_identifier(self, identifier: str) -> None:
        """Show another identifier; a sign that the one before was copied is its own."""
        if identifier != self._identifier:
            self.show_icon("copy")
        self._identifier = identifier
        self._wrap(self.width())
        self.setAccessibleName(identifier)
        self.setVisible(bool(identifier))

    def sizeHint(self) -> QSize:
        """All in one line; the height is that of the lines it takes now."""
        return self._size_with(grouped(self._identifier))

    def minimumSizeHint(self) -> QSize:
        """The longer of two lines: a narrow card wraps it, and never scrolls sideways."""
        return self._size_with(_halved(self._identifier))

    def _size_with(self, text: str) -> QSize:
        hint = super().sizeHint()
        return QSize(
            hint.width() + self._width_of(text) - self._width_of(self.text()), hint.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap where the line does not fit, between two groups."""
        super().resizeEvent(event)
        self._wrap(event.size().width())

    def _wrap(self, width: int) -> None:
        fits = width >= self.sizeHint().width()
        text = grouped(self._identifier) if fits else _halved(self._identifier)
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def _width_of(self, text: str) -> int:
        return max(self.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))

    def _copy(self) -> None:
        self._clipboard.setText(self._identifier)
        self.show_icon("check")
        QTimer.singleShot(_TOLD_MS, self, self._told)

    def _told(self) -> None:
        self.show_icon("copy")


def identifier_or_dash(identifier: str | None) -> QWidget | str:
    """The value for a ``FactGrid``: the identifier, or a dash where there is none."""
    return IdentifierLabel(identifier) if identifier else "—"
