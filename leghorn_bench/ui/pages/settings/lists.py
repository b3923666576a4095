"""The lists of symptoms, faults and repairs: as shipped, and as the house words them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from leghorn_bench.domain.rights import Right
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.house_lists import HouseEntry, HouseList, catalogues_of, save_entry
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.workplace import Workplace

_LISTS = {
    HouseList.FAULTS: N_("Faults found"),
    HouseList.SYMPTOMS: N_("Symptoms reported"),
    HouseList.REPAIRS: N_("Repairs done"),
}


class ListsSection(Section):
    """A table of one list; Enter changes an entry."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(
            _("Lists"),
            _("What is on file keeps its code: another wording changes the words everywhere."),
            page,
            workplace,
        )
        self._which = QComboBox()
        self._which.setAccessibleName(_("List"))
        for which, told in _LISTS.items():
            self._which.addItem(_(told), which.value)
        self._new = IconButton("plus", _("Add an entry…"), part="link", pixels=16)
        self._new.clicked.connect(lambda: self.edit(None))
        self._table: PagedTable[CodedWord] = PagedTable(
            self._fetch,
            [
                Column(_("Code"), lambda one: one.code, mono=True),
                Column("Italiano", lambda one: one.word("it"), stretch=True),
                Column("English", lambda one: one.word("en"), stretch=True),
            ],
            _("Lists"),
            EmptyWords(_("The list is empty")),
            named=lambda one: one.code,
        )
        self._which.currentIndexChanged.connect(lambda _index: self._table.reload())
        self._table.row_opened.connect(self.edit)
        self.add(beside(self._which, QWidget(), self._new, stretch=1))
        self.add(self._table, 1)

    def refresh(self) -> None:
        """Show the list."""
        self._new.setEnabled(self.bench.may(Right.CHANGE_CATALOGUE))
        self._table.reload()

    def edit(self, entry: CodedWord | None) -> None:
        """Word an entry anew, or add one."""
        if not self.bench.may(Right.CHANGE_CATALOGUE):
            return
        dialog = EntryDialog(self.bench, HouseList(self._which.currentData()), entry, self.window())
        dialog.kept.connect(self._table.reload)
        dialog.open()

    def _fetch(self, after: CodedWord | None, size: int) -> Sequence[CodedWord]:
        if not self._workplace.is_open:
            return ()
        words = _words(catalogues_of(self.bench.store), HouseList(self._which.currentData()))
        begin = 0 if after is None else [one.code for one in words].index(after.code) + 1
        return words[begin : begin + size]


def _words(lists: Catalogues, which: HouseList) -> list[CodedWord]:
    if which is HouseList.FAULTS:
        return [fault.name for fault in lists.faults.values()]
    if which is HouseList.SYMPTOMS:
        return list(lists.symptoms.values())
    return list(lists.repairs.values())


class EntryDialog(FormDialog):
    """Code, both words, and for a fault its likely cause."""

    kept = Signal()

    def __init__(
        self, bench: Bench, which: HouseList, entry: CodedWord | None, parent: QWidget | None
    ) -> None:
        super().__init__(_("Entry of a list"), parent, "list")
        self._bench, self._which = bench, which
        self._code = QLineEdit(entry.code if entry is not None else "")
        self._code.setReadOnly(entry is not None)
        self._it = QLineEdit(entry.word("it") if entry is not None else "")
        self._en = QLineEdit(entry.word("en") if entry is not None else "")
        self._iris = QLineEdit(entry.iris_code if entry is not None else "")
        lists = catalogues_of(bench.store)
        self._hint = CodeCombo(
            [Choice(code, name.word(spoken())) for code, (name, _origin) in lists.hints.items()],
            _("Likely cause"),
        )
        fault = lists.faults.get(entry.code) if entry is not None else None
        self._hint.choose(fault.hint.code if fault is not None else "unknown")
        self._retired = QCheckBox(_("no longer offered"))
        self._retired.setChecked(entry is not None and entry.retired)
        fields: list[tuple[str, QWidget]] = [
            (_("Code"), self._code), ("Italiano", self._it), ("English", self._en),
            (_("IRIS code"), self._iris),
        ]  # fmt: skip
        if which is HouseList.FAULTS:
            fields.append((_("Likely cause"), self._hint))
        self.add(FieldGrid(*fields))
        self.add(self._retired)
        self.end_with(_("Keep"), self._keep)

    def _keep(self) -> None:
        entry = HouseEntry(
            code=self._code.text(),
            it=self._it.text(),
            en=self._en.text(),
            iris_code=self._iris.text().strip(),
            hint=self._hint.code or "unknown",
            retired=self._retired.isChecked(),
        )
        done: list[bool] = []

        def act() -> None:
            save_entry(self._bench, self._which, entry)
            done.append(True)

        self.attempt(act)
        if done:
            self.kept.emit()
            self.accept()
