"""The page of the register: search as one types, or walk through all that is on file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.hits import Hit, HitKind
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.browsing import search
from leghorn_bench.services.completing import product_data
from leghorn_bench.services.notices import end_notice, notices_on_file
from leghorn_bench.services.paper_list import paper_on_file
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.customer import CustomerDialog
from leghorn_bench.ui.dialogs.product import ProductDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.register.archive import ArchiveCheck, KindChoice
from leghorn_bench.ui.pages.register.notice_dialog import NoticeDialog
from leghorn_bench.ui.pages.register.tables import customer_table, device_table, paper_table
from leghorn_bench.ui.printing.shown_papers import show_filed
from leghorn_bench.ui.taking_back import attempt, tell_done
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.hit_table import hit_table
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.workplace import Workplace

_FOUND = 4
_NOTICES = 3
_MOST_HITS = 40


class _SearchField(QLineEdit):
    """The arrow down and Enter go into the list."""

    def __init__(self, go_on: Callable[[], None]) -> None:
        super().__init__()
        self._go_on = go_on
        self.setMaxLength(100)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field for the rows."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        else:
            super().keyPressEvent(event)


class RegisterPage(Page):
    """A field above one table; Enter opens the card, the case, the paper."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._customer: list[int] = []
        self._hits: list[Hit] = []
        self.field = _SearchField(self._to_rows)
        told_field = _("Serial, identifier, customer, case, paper, product")
        self.field.setPlaceholderText(told_field)
        self.field.setAccessibleName(told_field)
        self._which = QComboBox()
        self._which.setAccessibleName(_("Register"))
        for name in (_("Devices"), _("Customers"), _("Papers"), _("Notices")):
            self._which.addItem(name)
        self.devices = device_table(workplace, self._customer)
        self.customers = customer_table(workplace)
        self.kinds = KindChoice()
        self.papers = paper_table(workplace, lambda: self.kinds.kinds)
        self.notices = self._notice_table()
        self.found = hit_table(self._hits)
        self._tables = QStackedWidget()
        for table in (self.devices, self.customers, self.papers, self.notices, self.found):
            self._tables.addWidget(table)
        self.primary = QAction(_("New notice…"), self)
        self.primary.setData("flag")
        end = QAction(_("End the notice"), self)
        end.setData("x")
        self._data = QAction(_("Customer’s data…"), self)
        self._data.setData("user")
        self._data.triggered.connect(self.complete_customer)
        self._archive = ArchiveCheck(workplace, self)
        self.secondary = (end, self._data, self._archive.action)
        self._assemble()
        self._connect(end)

    @property
    def front(self) -> PagedTable[object]:
        """The table in front."""
        table = self._tables.currentWidget()
        assert isinstance(table, PagedTable)
        return table

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(words(_("Register"), Size.TITLE))
        line.addSpacing(12)
        line.addWidget(self._which)
        line.addWidget(self.kinds)
        line.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self._tables, 1)

    def _connect(self, end: QAction) -> None:
        assert self.primary is not None
        self.primary.triggered.connect(self.new_notice)
        end.triggered.connect(self.end_notice)
        self.field.textChanged.connect(self._search)
        self._which.currentIndexChanged.connect(self.show_register)
        self.devices.row_opened.connect(lambda row: self.asked_for.emit("bench", row.serial))
        self.customers.row_opened.connect(lambda row: self._show_customer(row.id))
        self.kinds.currentIndexChanged.connect(lambda _kind: self.papers.reload())
        self._archive.said.connect(self.said)
        self.papers.row_opened.connect(lambda row: self.open_paper(row.id))
        self.found.row_opened.connect(self._open_hit)
        self.notices.row_opened.connect(self.change_notice)
        self._workplace.bench_changed.connect(self.came_to_front)

    def _to_rows(self) -> None:
        self.front.view.setFocus()

    def came_to_front(self) -> None:
        """Read again what others may have put on file."""
        if not self._workplace.is_open:
            self.devices.show_loading()
            return
        self.front.reload()
        self.field.setFocus()
        self._show_actions()

    def show_subject(self, subject: object) -> None:
        """Search for a text, or open a ``Hit``."""
        if isinstance(subject, str):
            self.field.setText(subject)
        elif isinstance(subject, Hit):
            self._open_hit(subject)

    def go_back(self) -> bool:
        """Esc: from what was searched or one customer's units back to all."""
        if self.field.text():
            self.field.clear()
        elif self._customer:
            self._customer.clear()
            self._which.setCurrentIndex(1)
        else:
            return False
        return True

    def show_register(self, which: int) -> None:
        """Show devices, customers, papers or notices."""
        if which != 0:
            self._customer.clear()
        self._tables.setCurrentIndex(which)
        if self._workplace.is_open:
            self.front.reload()
        self._show_actions()

    def new_notice(self) -> None:
        """Write a notice."""
        dialog = NoticeDialog(self._workplace.bench, self.window())
        dialog.kept.connect(lambda: self._told_notice(_("The notice is in force.")))
        dialog.open()

    def change_notice(self, notice: Notice) -> None:
        """Correct a notice."""
        if not self._workplace.bench.may(Right.CHANGE_CATALOGUE):
            return
        dialog = NoticeDialog(self._workplace.bench, self.window(), notice)
        dialog.kept.connect(lambda: self._told_notice(_("The notice is kept.")))
        dialog.open()

    def end_notice(self) -> None:
        """Let today be the last day of the notice one is on."""
        notice = self.notices.current_row
        if notice is None:
            return
        bench = self._workplace.bench
        told_end = _("Today is the last day of the notice.")
        attempt(self, bench, lambda: end_notice(bench, notice.id), told_end, self.notices.reload)

    def complete_customer(self) -> None:
        """See and complete the data of the customer one is on."""
        row = self.customers.current_row
        customer_id = self._customer[0] if self._customer else row.id if row is not None else None
        if customer_id is None:
            return
        dialog = CustomerDialog(self._workplace.bench, customer_id, self.window())
        dialog.settled.connect(lambda: self._told_kept(_("The customer’s data are kept.")))
        dialog.open()

    def complete_product(self, product_id: int) -> None:
        """See and complete the data of a product; they are an administrator's."""
        bench = self._workplace.bench
        dialog = ProductDialog(bench, product_data(bench, product_id), self.window())
        dialog.settled.connect(lambda: self._told_kept(_("The product’s data are kept.")))
        dialog.open()

    def _told_kept(self, text: str) -> None:
        self.front.reload()
        tell_done(self, self._workplace.bench, text, self.front.reload)

    def open_paper(self, paper_id: int) -> None:
        """Look at a paper as it was issued."""
        bench = self._workplace.bench
        paper = paper_on_file(bench, paper_id)
        try:
            show_filed(bench, paper_title(paper), paper, self.window())
        except BenchError as error:
            self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))

    def _search(self, text: str) -> None:
        if not self._workplace.is_open:
            return
        if not text.strip():
            self.show_register(self._which.currentIndex())
            return
        self._hits[:] = search(self._workplace.bench.store, text, _MOST_HITS)
        self.found.reload()
        self._tables.setCurrentIndex(_FOUND)
        self._show_actions()

    def _open_hit(self, hit: Hit) -> None:
        if hit.kind is HitKind.DEVICE:
            self.asked_for.emit("bench", hit.title)
        elif hit.kind is HitKind.CASE:
            self.asked_for.emit("cases", hit.id)
        elif hit.kind is HitKind.CUSTOMER:
            self._show_customer(hit.id)
        elif hit.kind is HitKind.PAPER:
            self.open_paper(hit.id)
        else:
            self.complete_product(hit.id)

    def _show_customer(self, customer_id: int) -> None:
        self._customer[:] = [customer_id]
        self.field.clear()
        self._which.setCurrentIndex(0)
        self.show_register(0)
        self.devices.view.setFocus()

    def _notice_table(self) -> PagedTable[Notice]:
        def fetch(after: Notice | None, size: int) -> Sequence[Notice]:
            if not self._workplace.is_open:
                return ()
            found = notices_on_file(self._workplace.bench)
            begin = 0 if after is None else found.index(after) + 1
            return found[begin : begin + size]

        return PagedTable(
            fetch,
            [
                Column(_("Notice"), lambda row: row.text, stretch=True),
                Column(_("Batch"), lambda row: row.lot or "—"),
                Column(_("First serial"), lambda row: row.first_serial or "—", mono=True),
                Column(_("Last serial"), lambda row: row.last_serial or "—", mono=True),
                Column(_("From"), lambda row: day_text(row.first_day, spoken()), numeric=True),
                Column(_("Through"), lambda row: day_text(row.last_day, spoken()), numeric=True),
            ],
            _("Notices"),
            EmptyWords(
                _("No notice is on file"),
                _("A notice on a lot or on serials shows at every scan of such a unit."),
                "flag",
            ),
            named=lambda row: row.id,
        )

    def _told_notice(self, text: str) -> None:
        self.notices.reload()
        tell_done(self, self._workplace.bench, text, self.notices.reload)

    def _show_actions(self) -> None:
        notices = self._tables.currentIndex() == _NOTICES
        of_papers = self.front is self.papers
        self.kinds.setVisible(of_papers)
        self._archive.action.setVisible(of_papers)
        assert self.primary is not None
        of_customer = self.front is self.customers or bool(
            self._customer and self.front is self.devices
        )
        self._data.setVisible(of_customer)
        self._data.setEnabled(of_customer)
        for action in (self.primary, self.secondary[0]):
            action.setVisible(notices)
            action.setEnabled(notices and self._workplace.bench.may(Right.CHANGE_CATALOGUE))
