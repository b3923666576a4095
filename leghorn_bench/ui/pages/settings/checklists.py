"""What is checked on each family of products, as the house keeps it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from leghorn_bench.domain.rights import Right
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues, Checklist, ChecklistStep
from leghorn_bench.services.house_checklists import (
    FOR_ALL,
    HouseChecklist,
    HouseStep,
    save_checklist,
)
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import scrolling_form
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo
from leghorn_bench.ui.widgets.tab_order import walk_through
from leghorn_bench.ui.workplace import Workplace


class ChecklistsSection(Section):
    """A line a checklist: for which products, and how many steps."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(
            _("Checklists"),
            _("What is checked on a product at its judgement and at the final test of a repair."),
            page,
            workplace,
        )
        self._new = IconButton("plus", _("Add a checklist…"), part="link", pixels=16)
        self._new.clicked.connect(lambda: self.edit(Checklist("", (), ())))
        self.add_to_head(self._new)
        self._rows = Rows(_("No checklist is on file."))
        self.add(self._rows)
        self.add_space()

    def refresh(self) -> None:
        """Show the checklists."""
        self._new.setEnabled(self.bench.may(Right.CHANGE_CATALOGUE))
        lists = catalogues_of(self.bench.store)
        self._rows.show_rows([self._row(one) for one in lists.checklists])

    def edit(self, checklist: Checklist) -> None:
        """Open the dialog of a checklist."""
        lists = catalogues_of(self.bench.store)
        dialog = ChecklistDialog(self.bench, checklist, lists, self.window())
        dialog.kept.connect(self._kept)
        dialog.open()

    def _row(self, one: Checklist) -> QWidget:
        count = ngettext("{count} step", "{count} steps", len(one.steps))
        change = IconButton("pencil", part="icon", hint=_("Change"), pixels=16)
        change.setAccessibleName(_("Change {name}").format(name=one.code))
        change.setEnabled(self.bench.may(Right.CHANGE_CATALOGUE))
        change.clicked.connect(lambda: self.edit(one))
        products = _("all other products") if one.products == FOR_ALL else ", ".join(one.products)
        return beside(
            IconLabel("clipboard", 18, Tone.QUIET),
            words(one.code, strong=True),
            words(products, tone=Tone.QUIET),
            words(count.format(count=len(one.steps))),
            change,
            stretch=2,
        )

    def _kept(self, code: str) -> None:
        self.refresh()
        self.say(_("Checklist {code} is on file.").format(code=code))


class ChecklistDialog(FormDialog):
    """Code, products, and the steps in both languages, in the order in which they are made."""

    kept = Signal(str)
    """Its code."""

    def __init__(
        self, bench: Bench, checklist: Checklist, lists: Catalogues, parent: QWidget | None
    ) -> None:
        super().__init__(_("Checklist"), parent, "clipboard")
        self._bench, self._for_all = bench, checklist.products == FOR_ALL
        self._code = QLineEdit(checklist.code)
        self._code.setReadOnly(bool(checklist.code))
        self._products = QLineEdit(", ".join(checklist.products))
        self._products.setPlaceholderText(_("beginnings of product codes, e.g. LGD-SG, LGD-PL"))
        self._products.setReadOnly(self._for_all)
        if self._for_all:
            self._products.setText(_("all other products"))
        self._steps = StepsEdit(lists)
        for step in checklist.steps:
            self._steps.add_step(step)
        self.add(FieldGrid((_("Code"), self._code), (_("Products"), self._products)))
        self.add(scrolling_form(self._steps), 1)
        self.end_with(_("Keep"), self._keep)
        self.resize(860, 560)

    def _keep(self) -> None:
        named = tuple(part.strip() for part in self._products.text().split(",") if part.strip())
        checklist = HouseChecklist(
            code=self._code.text().strip(),
            products=FOR_ALL if self._for_all else named,
            steps=self._steps.steps,
        )
        code = self.attempt(lambda: save_checklist(self._bench, checklist))
        if code is not None:
            self.kept.emit(code)
            self.accept()


class StepsEdit(QWidget):
    """Rows of a step: Italian, English, and the value that it asks for."""

    def __init__(self, lists: Catalogues) -> None:
        super().__init__()
        self._lists = lists
        self._rows: list[tuple[str, QLineEdit, QLineEdit, QComboBox, IconButton]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        for column, (title, share) in enumerate((("Italiano", 3), ("English", 3), (_("Value"), 2))):
            self._grid.addWidget(words(title, Size.SMALL, Tone.QUIET), 0, column)
            self._grid.setColumnStretch(column, share)
        self._add = add = IconButton("plus", _("Add a step"), part="link", pixels=16)
        add.setAutoDefault(False)
        add.clicked.connect(self._add_empty)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 12, 0)
        column_layout.addLayout(self._grid)
        column_layout.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column_layout.addStretch(1)

    @property
    def steps(self) -> tuple[HouseStep, ...]:
        """The steps as written."""
        return tuple(
            HouseStep(
                code=code, it=it.text(), en=en.text(), measurement=str(value.currentData() or "")
            )
            for code, it, en, value, _remove in self._rows
        )

    def add_step(self, step: ChecklistStep) -> QLineEdit:
        """Add a row; gives its first field."""
        it, en = QLineEdit(step.name.word("it")), QLineEdit(step.name.word("en"))
        it.setAccessibleName("Italiano")
        en.setAccessibleName("English")
        value = QuietCombo()
        value.setAccessibleName(_("Value"))
        value.addItem(_("only ticked"), "")
        for code, measurement in self._lists.measurements.items():
            unit = f" ({measurement.unit})" if measurement.unit else ""
            value.addItem(f"{measurement.name.word(spoken())}{unit}", code)
        if step.measurement is not None:
            value.setCurrentIndex(value.findData(step.measurement.name.code))
        remove = IconButton("x", part="icon", hint=_("Remove this step"), pixels=16)
        remove.setAutoDefault(False)
        row = (step.name.code, it, en, value, remove)
        remove.clicked.connect(lambda: self._drop(row))
        place = self._grid.rowCount()
        for column, widget in enumerate(row[1:]):
            self._grid.addWidget(widget, place, column)
        self._rows.append(row)
        walk_through((*row[2:], self._add), it)
        return it

    def _add_empty(self) -> None:
        self.add_step(ChecklistStep(_unnamed())).setFocus()

    def _drop(self, row: tuple[str, QLineEdit, QLineEdit, QComboBox, IconButton]) -> None:
        self._rows.remove(row)
        for widget in row[1:]:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


def _unnamed() -> CodedWord:
    return CodedWord("", {"it": "", "en": ""})
