"""Who works here: roles and badges."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.aboard import some
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.operators import add_operator, change_operator, everybody
from leghorn_bench.services.places import in_hands_of
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.services.sign_labels import badge_of
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.people import ROLES, roles_in_words
from leghorn_bench.ui.dialogs.sign_labels import show_signs
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.workplace import Workplace


class PeopleSection(Section):
    """A line a person."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(
            _("People"), _("Everything that is recorded carries the name of who did it."),
            page, workplace,
        )  # fmt: skip
        self._new = IconButton("plus", _("Add a person…"), part="link", pixels=16)
        self._new.clicked.connect(lambda: self.edit(Operator(login="", name="")))
        self._badges = IconButton("printer", _("Print the badges…"), part="link", pixels=16)
        self._badges.clicked.connect(self.print_badges)
        self.add_to_head(self._badges)
        self.add_to_head(self._new)
        self._rows = Rows("")
        self.add(self._rows)
        self.add_space()

    def refresh(self) -> None:
        """Show everybody."""
        may = self.bench.may(Right.MANAGE_OPERATORS)
        self._new.setEnabled(may)
        self._rows.show_rows([self._row(one, may=may) for one in everybody(self.bench)])

    def print_badges(self) -> None:
        """Show the badges of all who work here, to be printed."""
        self._show_badges([one for one in everybody(self.bench) if one.active])

    def edit(self, operator: Operator) -> None:
        """Open the dialog of a person."""
        dialog = PersonDialog(self.bench, operator, self.window())
        dialog.kept.connect(self._kept)
        dialog.open()

    def _row(self, one: Operator, *, may: bool) -> QWidget:
        name = words(one.name, strong=one.active, tone=Tone.PLAIN if one.active else Tone.QUIET)
        roles = roles_in_words(one) if one.active else _("no longer works here")
        widgets: list[QWidget] = [
            IconLabel("user", 18, Tone.QUIET), name, words(roles, tone=Tone.QUIET),
        ]  # fmt: skip
        if one.badge:
            widgets.append(IconLabel("id", 18, Tone.OK))
            widgets.append(words(_("badge"), tone=Tone.QUIET))
        change = IconButton("pencil", part="icon", hint=_("Change"), pixels=16)
        change.setAccessibleName(_("Change {name}").format(name=one.name))
        change.setEnabled(may)
        change.clicked.connect(lambda: self.edit(one))
        badge = IconButton("printer", part="icon", hint=_("Print the badge"), pixels=16)
        badge.setAccessibleName(_("Print the badge of {name}").format(name=one.name))
        badge.setEnabled(one.active)  # nobody else's is taken
        badge.clicked.connect(lambda: self._show_badges([one]))
        return beside(*widgets, badge, change, stretch=2)

    def _show_badges(self, people: Sequence[Operator]) -> None:
        badges = [badge_of(one) for one in people]
        show_signs(self.bench, PaperKind.BADGE_LABEL, badges, self.window(), self._printed)

    def _printed(self, where: str) -> None:
        self.say(_("The badges went to {where}.").format(where=where))

    def _kept(self, operator: Operator) -> None:
        self.refresh()
        held = [] if operator.active else in_hands_of(self.bench, operator.login)
        if held:
            told = ngettext(
                "{name} works here no longer and still has a device: {serials}. Put it on a shelf.",
                "{name} works here no longer and still has {count} devices: {serials}. Put them on"
                " a shelf.",
                len(held),
            )
            serials = some([serial_of(self.bench, device) for device in held])
            said = told.format(name=operator.name, count=len(held), serials=serials)
            self.say(said, Tone.PAY)
            return
        self.say(_("{name} is on file.").format(name=operator.name))


class PersonDialog(FormDialog):
    """Name, roles, badge and language; a badge held to the reader is taken."""

    kept = Signal(object)
    """The ``Operator``."""

    def __init__(self, bench: Bench, operator: Operator, parent: QWidget | None) -> None:
        super().__init__(operator.name or _("New person"), parent, "user")
        self._bench, self._operator = bench, operator
        self._name = QLineEdit(operator.name)
        self._name.setMaxLength(80)
        self._badge = QLineEdit(operator.badge)
        self._badge.setPlaceholderText(_("Hold the badge to the reader"))
        self._badge.setClearButtonEnabled(True)
        self._language = CodeCombo(
            [Choice("it", "Italiano"), Choice("en", "English")], _("Language")
        )
        self._language.choose(operator.language)
        self._active = QCheckBox(_("works here"))
        self._active.setChecked(operator.active)
        self.add(
            FieldGrid(
                (_("Name"), self._name), (_("Badge"), self._badge), (_("Language"), self._language)
            )
        )
        self._roles = {role: QCheckBox(_(told)) for role, told in ROLES.items()}
        for role, box in self._roles.items():
            box.setChecked(role in operator.roles)
            self.add(box)
        self.add(self._active)
        self.end_with(_("Keep"), self._keep)

    def take_scan(self, scan: Scan) -> bool:
        """A badge that is read is this person's."""
        self._badge.setText(scan.text.removeprefix("LB:O:"))
        return True

    def _keep(self) -> None:
        changed = replace(
            self._operator,
            name=self._name.text().strip(),
            badge=self._badge.text().strip(),
            language=self._language.code or "it",
            roles=tuple(role for role, box in self._roles.items() if box.isChecked()),
            active=self._active.isChecked(),
        )
        record = change_operator if changed.id else add_operator
        kept = self.attempt(lambda: record(self._bench, changed))
        if kept is not None:
            self.kept.emit(kept)
            self.accept()
