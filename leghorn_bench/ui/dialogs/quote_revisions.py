"""The revisions of a quote: each with its lines, what changed since the one before, its answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.services.quote_history import Change, DeviceAnswer, RevisedLine, Revision
from leghorn_bench.services.quoting import line_of
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.dialogs.quote_row import UNITS, plain_number
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import hairline, words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import scrolling
from leghorn_bench.ui.widgets.money_edit import write_money

_SIGNS = {
    Change.SAME: ("minus", Tone.QUIET, N_("as before")),
    Change.ADDED: ("plus", Tone.OK, N_("added")),
    Change.CHANGED: ("pencil", Tone.NOTE, N_("changed")),
    Change.REMOVED: ("x", Tone.STOP, N_("removed")),
}
_STATES = {
    "sent": ("clock", Tone.PAY, N_("Waits for the answer")),
    "revised": ("history", Tone.QUIET, N_("Revised")),
    Answer.ACCEPTED.value: ("check", Tone.OK, N_("Accepted")),
    Answer.REFUSED.value: ("x", Tone.PAY, N_("Refused")),
    Answer.EXPIRED.value: ("calendar-off", Tone.PAY, N_("Expired")),
}
_NOTED = {
    ActKind.SENT.value: N_("sent to the rep on {day}"),
    ActKind.FORWARDED.value: N_("forwarded to the customer on {day}"),
    ActKind.REMINDED.value: N_("asked after on {day}"),
}


class QuoteRevisions(HouseDialog):
    """The newest on top; every revision can be looked at as it was printed."""

    paper_wanted = Signal(int)
    """Id of the paper of a revision."""

    def __init__(self, revisions: Sequence[Revision], parent: QWidget | None) -> None:
        super().__init__(_("Quote and its revisions"), parent, "history")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for place, revision in enumerate(revisions):
            if place:
                column.addWidget(hairline())
            column.addWidget(self._head(revision.quote))
            told = _travelled(revision)
            if told:
                column.addWidget(words(told, tone=Tone.QUIET, wrap=True))
            is_first = place == len(revisions) - 1
            column.addWidget(_lines(revision.lines, first=is_first))
            for answer in revision.answers:
                column.addWidget(words(_answered(answer), wrap=True))
        column.addStretch(1)
        self.add(scrolling(content), 1)
        self.add_verb(_("Close"), "primary").clicked.connect(self.accept)
        self.resize(860, 560)

    def _head(self, quote: StoredQuote) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        title = _("Revision {number} of {day}").format(
            number=quote.revision, day=day_text(quote.issued_on, spoken())
        )
        row.addWidget(words(title, Size.SECTION))
        icon, tone, state = _STATES[quote.state]
        row.addWidget(Chip(icon, _(state), tone))
        row.addStretch(1)
        net = _("Net {amount} €").format(amount=write_money(Money(quote.net_cents), spoken()))
        row.addWidget(words(net, strong=True))
        if quote.paper_id is not None:
            paper = quote.paper_id
            look = IconButton("eye", _("Look at it"), part="link", pixels=16)
            look.setAccessibleName(_("Look at revision {number}").format(number=quote.revision))
            look.setAutoDefault(False)
            look.clicked.connect(lambda: self.paper_wanted.emit(paper))
            row.addWidget(look)
        return head


def _travelled(revision: Revision) -> str:
    """When it was sent, forwarded and asked after, and through which day it binds."""
    told = [
        _(_NOTED[done.what]).format(day=day_text(done.at.astimezone().date(), spoken()))
        for done in revision.noted
    ]
    until = revision.quote.valid_through
    if until is not None:
        told.append(_("valid through {day}").format(day=day_text(until, spoken())))
    sentence = " · ".join(told)
    return sentence[:1].upper() + sentence[1:]


def _answered(answer: DeviceAnswer) -> str:
    return _("{serial}: {answer}, reported by {who} on {day}").format(
        serial=answer.serial,
        answer=word(answer.answer, spoken()).lower(),
        who=answer.by,
        day=day_text(answer.at.astimezone().date(), spoken()),
    )


def _lines(lines: Sequence[RevisedLine], *, first: bool) -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(3, 1)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    top = Qt.AlignmentFlag.AlignTop
    for place, line in enumerate(lines):
        icon, tone, change = _SIGNS[line.change]
        gone = line.change is Change.REMOVED
        if not first:
            grid.addWidget(IconLabel(icon, 16, tone), place, 0, top)
            grid.addWidget(words(_(change), Size.SMALL, tone), place, 1, top)
        grid.addWidget(words(line.serial or _("whole quote"), tone=Tone.QUIET), place, 2, top)
        grid.addWidget(words(_described(line), wrap=True), place, 3)
        grid.addWidget(words(_counted(line.row), tone=Tone.QUIET), place, 4, right)
        amount = "—" if gone else write_money(line_of(line.row).net, spoken())
        grid.addWidget(words(amount), place, 5, right)
    return sheet


def _described(line: RevisedLine) -> str:
    told = [line.row.description]
    if line.row.goodwill:
        told.append(_("free as goodwill: {reason}").format(reason=line.row.goodwill_reason))
    if line.before is not None:
        told.append(_("before: {line}").format(line=_whole(line.before)))
    return "\n".join(told)


def _whole(row: QuoteRow) -> str:
    net = write_money(line_of(row).net, spoken())
    return f"{row.description}, {_counted(row)}, {net}"


def _counted(row: QuoteRow) -> str:
    unit = _(UNITS[row.unit]) if row.unit in UNITS else row.unit
    count = plain_number(row.quantity)
    told = f"{count} {unit} × {write_money(Money.of(row.unit_price), spoken())}"
    if row.discount:
        told = _("{line}, {percent} % off").format(line=told, percent=plain_number(row.discount))
    return told
