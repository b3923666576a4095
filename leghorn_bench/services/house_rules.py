"""The rules that a house sets for itself: limits, fees, the second signature, what carries over."""

from dataclasses import asdict, dataclass

from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.replacing import RULE_KEY
from leghorn_bench.store.settings import setting, write_setting

KEY = "house_rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """What an administrator may set; the defaults hold until then."""

    back_within_days: int = 90
    """A device that is back within so many days of leaving is pointed out."""
    lot_days: int = 30
    """Equal faults in one lot are counted over so many days."""
    lot_faults: int = 3
    """From so many on they are pointed out."""
    untouched_days: int = 5
    """A case that nobody touched for so long rises."""
    remind_after_days: int = 7
    """A quote without answer is to be asked after."""
    diagnosis_cents: int = 0
    """Fee for a diagnosis, offered as a line of quotes; 0 = none (off)."""
    second_signature: bool = False
    """Whether a judgement of misuse is quoted only when a second person stands by it."""

    @property
    def diagnosis_fee(self) -> Money:
        """The fee for a diagnosis; nothing when there is none."""
        return Money(self.diagnosis_cents) if self.diagnosis_cents else NOTHING


def house_rules(bench: Bench) -> HouseRules:
    """The rules on file."""
    kept = setting(bench.store, KEY) or {}
    known = asdict(HouseRules())
    return HouseRules(**{name: value for name, value in kept.items() if name in known})


def save_house_rules(bench: Bench, rules: HouseRules) -> None:
    """Keep the rules.

    Raises:
        NotAllowed: the operator is no administrator.
    """
    bench.require(Right.CHANGE_COMPANY)
    with act(bench, ActKind.EDITED, note=KEY) as done:
        write_setting(bench.store, KEY, asdict(rules), done.stamp)


def set_carry_rule(bench: Bench, rule: CarryRule) -> None:
    """Choose what the warranty of a replacing unit is (POLICY §3); earlier ones keep theirs.

    Raises:
        NotAllowed: the operator is no administrator.
    """
    bench.require(Right.CHANGE_COMPANY)
    with act(bench, ActKind.EDITED, note=RULE_KEY) as done:
        write_setting(bench.store, RULE_KEY, {"rule": rule.value}, done.stamp)
