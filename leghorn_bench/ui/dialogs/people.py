"""Who is at the bench: chosen with one click or by badge; the first person of a fresh store."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import TALL_TARGET, Tone

ROLES = {
    "warehouse": N_("warehouse"),
    "technician": N_("technician"),
    "sales": N_("sales"),
    "administrator": N_("administrator"),
}


def roles_in_words(operator: Operator) -> str:
    """What somebody is, e.g. *tecnico*."""
    return ", ".join(_(ROLES[role]) for role in operator.roles if role in ROLES)


class WhoDialog(HouseDialog):
    """One button a person; a badge on the reader does the same."""

    chosen = Signal(object)
    """The ``Operator``."""

    def __init__(
        self,
        people: Sequence[Operator],
        of_badge: Callable[[str], Operator | None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Who is at the bench?"), parent, "users", Tone.ACCENT)
        self._of_badge = of_badge
        self.add(words(_("Choose your name, or hold your badge to the reader."), tone=Tone.QUIET))
        for person in people:
            self.add(self._button(person))
        self._trouble = words("", tone=Tone.STOP, wrap=True)
        self._trouble.hide()
        self.add(self._trouble)

    def take_scan(self, scan: Scan) -> bool:
        """A badge chooses its owner."""
        try:
            person = self._of_badge(scan.text)
        except BenchError:  # what cannot be an identifier is nobody's badge
            person = None
        if person is None:
            self._trouble.setText(_("This badge belongs to nobody on file: choose your name."))
            self._trouble.show()
        else:
            self._choose(person)
        return True

    def _button(self, person: Operator) -> IconButton:
        button = IconButton("user", f"{person.name}  –  {roles_in_words(person)}")
        button.setMinimumHeight(TALL_TARGET)
        button.clicked.connect(lambda: self._choose(person))
        return button

    def _choose(self, person: Operator) -> None:
        self.chosen.emit(person)
        self.accept()


class FirstPersonDialog(HouseDialog):
    """Asks once, on a fresh store, for the name of the one who begins."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("Welcome to the bench"), parent, "user", Tone.ACCENT)
        self.add(
            words(
                _(
                    "The register is still empty. Write your name: you will be its first"
                    " administrator, and can add the others later."
                ),
                wrap=True,
            )
        )
        self._name = QLineEdit()
        self._name.setPlaceholderText(_("First name and surname"))
        self._name.setAccessibleName(_("First name and surname"))
        self._name.setMaxLength(80)
        self.add(self._name)
        begin = self.add_verb(_("Begin"), "primary")
        begin.setEnabled(False)
        self._name.textChanged.connect(lambda text: begin.setEnabled(bool(text.strip())))
        begin.clicked.connect(self._begin)

    def _begin(self) -> None:
        self.named.emit(self._name.text().strip())
        self.accept()
