"""What stood in a dialog when the program ended, to be copied to where it belongs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.form_fields import WordsEdit

_WIDE = 560


@dataclass(frozen=True, slots=True)
class LooseText:
    """What a person has written in one field of an open dialog."""

    dialog: str
    """Its title, in the language in which it was shown."""
    field: str
    text: str


def loose_texts() -> tuple[LooseText, ...]:
    """What is written in the dialogs that are open now; what they began with is left out."""
    return tuple(
        LooseText(dialog.windowTitle(), _name(field), text)
        for dialog in QApplication.topLevelWidgets()
        if isinstance(dialog, QDialog) and dialog.isVisible() and not dialog.property(KEPT)
        for field in dialog.findChildren(QWidget)
        if (text := _typed(field))
    )


def typed_in(dialog: QWidget) -> tuple[str, ...]:
    """What a person has typed into the fields of a dialog; what it began with is left out."""
    return tuple(text for field in dialog.findChildren(QWidget) if (text := _typed(field)))


KEPT = "keptElsewhere"
"""The property of a dialog whose page puts it back whole."""


class WrittenBeforeDialog(HouseDialog):
    """The texts by dialog and field, each with a button that copies it."""

    def __init__(self, texts: Sequence[LooseText], parent: QWidget | None) -> None:
        super().__init__(_("Written before the program ended"), parent, "history", Tone.NOTE)
        self.setMinimumWidth(_WIDE)
        told = _("This was written and not recorded. Copy what you still need to where it belongs.")
        self.add(words(told, wrap=True))
        for title in dict.fromkeys(text.dialog for text in texts):
            card = Card(title)
            for text in texts:
                if text.dialog == title:
                    card.add(_head(text))
                    card.add(_shown(text))
            self.add(card)
        self.add_verb(_("Understood"), "primary").clicked.connect(self.accept)


def _name(field: QWidget) -> str:
    """The field's name; of the line in a number, a day or a choice, that of the whole."""
    whole = field.parentWidget()
    if not field.accessibleName() and isinstance(whole, QAbstractSpinBox | QComboBox):
        return whole.accessibleName()
    return field.accessibleName()


def _typed(field: QWidget) -> str:
    if isinstance(field, QLineEdit) and field.isModified():
        shown = field.echoMode() is QLineEdit.EchoMode.Normal  # a password is nobody's to keep
        return field.text().strip() if shown else ""
    if isinstance(field, QPlainTextEdit) and field.document().isModified():
        return field.toPlainText().strip()
    return ""


def _shown(text: LooseText) -> WordsEdit:
    shown = WordsEdit(text.field, min(6, text.text.count("\n") + 2))
    shown.setPlainText(text.text)
    shown.setReadOnly(True)
    return shown


def _head(text: LooseText) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(words(text.field, tone=Tone.QUIET), 1)
    row.addWidget(_copier(text.text))
    return head


def _copier(text: str) -> IconButton:
    button = IconButton("copy", _("Copy"), part="link", pixels=16)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    return button
