"""The page of settings: sections at the left, one of them in front."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.choices import Choices
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.settings.care import CareSection, RulesSection
from leghorn_bench.ui.pages.settings.checklists import ChecklistsSection
from leghorn_bench.ui.pages.settings.company import CompanySection
from leghorn_bench.ui.pages.settings.lists import ListsSection
from leghorn_bench.ui.pages.settings.parts import PartsSection
from leghorn_bench.ui.pages.settings.people import PeopleSection
from leghorn_bench.ui.pages.settings.printers import PrintersSection
from leghorn_bench.ui.pages.settings.sales_import import ImportSection
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.pages.settings.tariffs import TariffsSection
from leghorn_bench.ui.pages.settings.this_bench import (
    DatabaseSection,
    LookSection,
    ScannerSection,
)
from leghorn_bench.ui.tokens import Size
from leghorn_bench.ui.widgets.card import scrolling
from leghorn_bench.ui.workplace import Workplace

_WIDTH = 200


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    word: str
    build: Callable[[], Section]


class SettingsPage(Page):
    """Each section is built when it is first opened."""

    def __init__(self, workplace: Workplace, choices: Choices) -> None:
        super().__init__()
        self._workplace = workplace
        self._entries = (
            _Entry("company", N_("Company"), lambda: CompanySection(self, workplace)),
            _Entry("people", N_("People"), lambda: PeopleSection(self, workplace)),
            _Entry("tariffs", N_("Tariffs"), lambda: TariffsSection(self, workplace)),
            _Entry("rules", N_("Rules"), lambda: RulesSection(self, workplace)),
            _Entry("lists", N_("Lists"), lambda: ListsSection(self, workplace)),
            _Entry("checklists", N_("Checklists"), lambda: ChecklistsSection(self, workplace)),
            _Entry("parts", N_("Parts"), lambda: PartsSection(self, workplace)),
            _Entry("import", N_("Import of sales"), lambda: ImportSection(self, workplace)),
            _Entry("printers", N_("Printers"), lambda: PrintersSection(self, workplace, choices)),
            _Entry(
                "scanner",
                N_("Scanner that types"),
                lambda: ScannerSection(self, workplace, choices),
            ),
            _Entry("look", N_("Language and look"), lambda: LookSection(self, workplace, choices)),
            _Entry("database", N_("Database"), lambda: DatabaseSection(self, workplace, choices)),
            _Entry("care", N_("Backup and check"), lambda: CareSection(self, workplace)),
        )
        self._sections: dict[str, Section] = {}
        self._list = QListWidget()
        self._list.setAccessibleName(_("Sections"))
        self._list.setFixedWidth(_WIDTH)
        for entry in self._entries:
            self._list.addItem(_(entry.word))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(12)
        column.addWidget(words(_("Settings"), Size.TITLE))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        self._list.currentRowChanged.connect(self._show_row)
        workplace.bench_changed.connect(self.came_to_front)

    def show_subject(self, subject: object) -> None:
        """Show the section with this key."""
        keys = [entry.key for entry in self._entries]
        if subject in keys:
            self._list.setCurrentRow(keys.index(str(subject)))

    def section(self, key: str) -> Section:
        """A section, built when it is first asked for."""
        if key not in self._sections:
            entry = next(one for one in self._entries if one.key == key)
            section = entry.build()
            self._sections[key] = section
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(section)
            self._stack.addWidget(scrolling(holder))
        return self._sections[key]

    def came_to_front(self) -> None:
        """Read again what others may have changed."""
        if not self._workplace.is_open:
            return
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        else:
            self._show_row(self._list.currentRow())

    def kept_work(self) -> object:
        """The section in front."""
        row = self._list.currentRow()
        return self._entries[row].key if row >= 0 else None

    def put_back(self, work: object) -> None:
        """Show it again."""
        self.show_subject(work)

    def _show_row(self, row: int) -> None:
        if row < 0 or not self._workplace.is_open:
            return
        section = self.section(self._entries[row].key)
        section.refresh()
        self._stack.setCurrentIndex(list(self._sections.values()).index(section))
