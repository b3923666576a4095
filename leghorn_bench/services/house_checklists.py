"""The checklists of the products as a house keeps them: shipped, changed, or of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues, Checklist, ChecklistStep
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.store.engine import Store
from leghorn_bench.store.settings import setting, write_setting

KEY = "catalogue.checklists"
FOR_ALL = ("",)
"""The product beginnings of the checklist that holds where no other one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStep:
    """One thing to check, in both languages of the house."""

    it: str
    en: str
    measurement: str = ""
    """A code of ``Catalogues.measurements`` whose value is asked for; empty = it is ticked."""
    code: str = ""
    """Kept on file; a new step is given one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseChecklist:
    """What is checked on one family of products."""

    code: str
    products: tuple[str, ...]
    """Beginnings of product codes."""
    steps: tuple[HouseStep, ...]


def with_house_checklists(lists: Catalogues, store: Store) -> tuple[Checklist, ...]:
    """The shipped checklists, those in place of them, and those of the house's own."""
    kept: dict[str, Any] = setting(store, KEY) or {}
    known = {one.code: one for one in lists.checklists}
    made = {
        code: Checklist(
            code,
            tuple(facts["products"]),
            tuple(_step(HouseStep(**step), known.get(code), lists) for step in facts["steps"]),
        )
        for code, facts in kept.items()
    }
    return tuple((known | made).values())


def _step(step: HouseStep, shipped: Checklist | None, lists: Catalogues) -> ChecklistStep:
    words: Mapping[str, str] = {"it": step.it, "en": step.en}
    for one in shipped.steps if shipped is not None else ():
        if one.name.code == step.code and all(one.name.words[key] == words[key] for key in words):
            words = one.name.words  # worded as before: the other languages still fit
    return ChecklistStep(CodedWord(step.code, words), lists.measurements.get(step.measurement))


def save_checklist(bench: Bench, checklist: HouseChecklist) -> str:
    """Add a checklist, or change the one that has its code; gives the code.

    Raises:
        NotAllowed: the operator is no administrator.
        TextMissing: code, products or steps are none, or a step has no words.
    """
    bench.require(Right.CHANGE_CATALOGUE)
    code = checklist.code.strip()
    steps = [one for one in checklist.steps if one.it.strip() or one.en.strip()]
    if not code:
        raise TextMissing(what="code")
    if not checklist.products:
        raise TextMissing(what="products")
    if not steps or not all(one.it.strip() and one.en.strip() for one in steps):
        raise TextMissing(what="steps")
    facts = {"products": checklist.products, "steps": _coded(steps)}
    with act(bench, ActKind.EDITED, note=f"{KEY}: {code}") as done:
        kept = setting(bench.store, KEY) or {}
        write_setting(bench.store, KEY, kept | {code: facts}, done.stamp)
    return code


def _coded(steps: Sequence[HouseStep]) -> list[dict[str, str]]:
    """The steps as they are kept; those without a code get the next free one."""
    taken = {one.code for one in steps}
    free = (code for number in range(1, 1000) if (code := f"own{number}") not in taken)
    return [
        asdict(one) | {"it": one.it.strip(), "en": one.en.strip(), "code": one.code or next(free)}
        for one in steps
    ]
