"""An identifier that a person can compare and copy: monospaced, in groups of four."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

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


class IdentifierLabel(IconButton):
    """Shows an identifier in groups; a click or Enter copies it whole, without the spaces."""

    def __init__(self, identifier: str, clipboard: QClipboard | None = None) -> None:
        super().__init__("copy", part="identifier", pixels=16)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._identifier = ""
        self._clipboard = clipboard or QGuiApplication.clipboard()
        mark(self, mono=True)
        self.setToolTip(_("Copy"))
        self.clicked.connect(self._copy)
        self.show_identifier(identifier)

    def show_identifier(self, identifier: str) -> None:
        """Show another identifier; a sign that the one before was copied is its own."""
        if identifier != self._identifier:
            self.show_icon("copy")
        self._identifier = identifier
        self.setText(grouped(identifier))
        self.setAccessibleName(identifier)
        self.setVisible(bool(identifier))

    def _copy(self) -> None:
        self._clipboard.setText(self._identifier)
        self.show_icon("check")
        QTimer.singleShot(_TOLD_MS, self, self._told)

    def _told(self) -> None:
        self.show_icon("copy")


def identifier_or_dash(identifier: str | None) -> QWidget | str:
    """The value for a ``FactGrid``: the identifier, or a dash where there is none."""
    return IdentifierLabel(identifier) if identifier else "—"
