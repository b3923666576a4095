"""Rules of the house, and the care of the data: a copy now, a check now."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.problem import Problem
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.services.care import back_up, check
from leghorn_bench.services.house_rules import (
    HouseRules,
    house_rules,
    save_house_rules,
    set_carry_rule,
)
from leghorn_bench.services.replacing import carry_rule
from leghorn_bench.texts.screen import N_, _, ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice
from leghorn_bench.ui.workplace import Workplace

_COUNTS = {
    "untouched_days": N_("days without a touch, and a case rises"),
    "remind_after_days": N_("days without an answer, and a quote is to be asked after"),
    "back_within_days": N_("days in which a device that is back is pointed out"),
    "lot_faults": N_("equal faults in one lot are pointed out"),
    "lot_days": N_("days over which equal faults are counted"),
}


class RulesSection(Section):
    """What the warranty of a replacing unit is, and the limits of the house."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(_("Rules"), "", page, workplace)
        self._rule = RadioChoice(
            [
                Option(CarryRule.REMAINDER, _("It takes over what is left of the first one's")),
                Option(CarryRule.FRESH, _("A new year from the day of the replacement")),
                Option(CarryRule.LONGER, _("Whichever of the two ends later")),
            ],
            _("Warranty of a replacing unit"),
        )
        self._rule.key_chosen.connect(self._choose)
        self._days = {name: _count() for name in _COUNTS}
        self._fee = MoneyEdit(None, _("Fee for a diagnosis"))
        self._fee.setFixedWidth(120)
        self._second = QCheckBox(_("A judgement of misuse needs a second signature"))
        self.add(words(_("Warranty of a replacing unit"), strong=True))
        self.add(self._rule)
        self.add_section(_("Limits"))
        grid = QWidget()
        rows = QGridLayout(grid)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setColumnStretch(1, 1)
        fields = [(_(told), self._days[name]) for name, told in _COUNTS.items()]
        for row, (told, field) in enumerate((*fields, (_("Fee for a diagnosis"), self._fee))):
            field.setAccessibleName(told)
            rows.addWidget(field, row, 0)
            rows.addWidget(words(told, wrap=True), row, 1)
        self.add(grid)
        self.add(self._second)
        self._keep = self.save_button(self._save)
        self.add(beside(QWidget(), self._keep, stretch=0))
        self.add_space()

    def refresh(self) -> None:
        """Show the rules that hold."""
        may = self.bench.may(Right.CHANGE_COMPANY)
        self._rule.choose(carry_rule(self.bench).value)
        self._rule.setEnabled(may)
        rules = house_rules(self.bench)
        for name, field in self._days.items():
            field.setValue(getattr(rules, name))
        self._fee.show_money(rules.diagnosis_fee)
        self._second.setChecked(rules.second_signature)
        self._keep.setEnabled(may)

    def _save(self) -> None:
        if not self._fee.is_valid:
            self.say(_("Write an amount in euro, such as 12.50."), Tone.STOP)
            return
        fee = self._fee.money
        rules = HouseRules(
            **{name: field.value() for name, field in self._days.items()},
            diagnosis_cents=fee.cents if fee is not None else 0,
            second_signature=self._second.isChecked(),
        )
        self.attempt(lambda: save_house_rules(self.bench, rules), _("The rules hold from now on."))

    def _choose(self, key: str) -> None:
        told = _("The rule holds from now on.")
        if not self.attempt(lambda: set_carry_rule(self.bench, CarryRule(key)), told):
            self.refresh()


class CareSection(Section):
    """Copies and checks, on the database thread."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(
            _("Backup and check"),
            _("A copy can be taken while everybody works. Keep copies on another disk as well."),
            page,
            workplace,
        )
        self._back_up = IconButton("device-floppy", _("Back up now"))
        self._check = IconButton("shield-check", _("Check the data"))
        self._told = words("", wrap=True)
        self._back_up.clicked.connect(self.back_up)
        self._check.clicked.connect(self.check)
        self.add(beside(self._back_up, self._check))
        self.add(self._told)
        self.add_space()

    def back_up(self) -> None:
        """Take a copy now."""
        bench = self.bench
        self._begin(_("The copy is being taken…"))
        self._workplace.executor.submit(
            self, lambda: back_up(bench.store, now=bench.clock()), self._backed_up, self._failed
        )

    def check(self) -> None:
        """Check the data now."""
        bench = self.bench
        self._begin(_("The data are being checked…"))
        self._workplace.executor.submit(
            self, lambda: check(bench.store), self._checked, self._failed
        )

    def _begin(self, told: str) -> None:
        self._tell(told, Tone.QUIET)
        for button in (self._back_up, self._check):
            button.setEnabled(False)

    def _backed_up(self, copy: Path) -> None:
        self._tell(_("The copy is kept in {path}.").format(path=copy), Tone.OK)

    def _checked(self, problems: tuple[Problem, ...]) -> None:
        if not problems:
            self._tell(_("The data are whole."), Tone.OK)
            return
        count = len(problems)
        head = ngettext("{count} problem was found:", "{count} problems were found:", count)
        lines = [head.format(count=count), *(_told(one) for one in problems[:20])]
        self._tell("\n".join(lines), Tone.STOP)

    def _failed(self, error: BenchError) -> None:
        self._tell("", Tone.QUIET)
        self.refuse(error)

    def _tell(self, text: str, tone: Tone) -> None:
        self._told.setText(text)
        mark(self._told, tone=tone)
        for button in (self._back_up, self._check):
            button.setEnabled(True)


def _told(problem: Problem) -> str:
    facts = ", ".join(f"{name} {value}" for name, value in problem.facts.items())
    return f"{problem.kind}: {facts}"


def _count() -> QSpinBox:
    spin = NumberEdit()
    spin.setRange(1, 999)
    spin.setFixedWidth(120)
    spin.setAlignment(Qt.AlignmentFlag.AlignRight)
    return spin
