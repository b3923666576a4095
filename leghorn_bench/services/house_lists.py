"""The lists of symptoms, faults and repairs as a house keeps them: shipped, added to, put aside."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues, Fault, catalogues
from leghorn_bench.services.house_checklists import with_house_checklists
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.store.engine import Store
from leghorn_bench.store.settings import setting, write_setting


class HouseList(StrEnum):
    """A list that a house may change; the value is its key in the shared settings."""

    SYMPTOMS = "catalogue.symptoms"
    FAULTS = "catalogue.faults"
    REPAIRS = "catalogue.repairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseEntry:
    """An entry of the house's own, or its wording of a shipped one, under the same code."""

    code: str
    it: str
    en: str
    iris_code: str = ""
    hint: str = "unknown"
    """Of a fault: the likely cause, a code of ``Catalogues.hints``."""
    retired: bool = False
    """No longer offered; what is on file keeps its word."""


def catalogues_of(store: Store) -> Catalogues:
    """The shipped lists with what the house changed in them."""
    shipped = catalogues()
    faults = dict(shipped.faults)
    for entry in _entries(store, HouseList.FAULTS):
        known = faults.get(entry.code)
        name = _word(entry, known.name if known is not None else None)
        faults[entry.code] = Fault(name, *shipped.hints[entry.hint])
    return replace(
        shipped,
        symptoms=_merged(shipped.symptoms, _entries(store, HouseList.SYMPTOMS)),
        faults=faults,
        repairs=_merged(shipped.repairs, _entries(store, HouseList.REPAIRS)),
        checklists=with_house_checklists(shipped, store),
    )


def _merged(shipped: Mapping[str, CodedWord], entries: list[HouseEntry]) -> dict[str, CodedWord]:
    return dict(shipped) | {one.code: _word(one, shipped.get(one.code)) for one in entries}


def _word(entry: HouseEntry, shipped: CodedWord | None) -> CodedWord:
    words: Mapping[str, str] = {"it": entry.it, "en": entry.en}
    if shipped is not None and all(shipped.words[key] == words[key] for key in words):
        words = shipped.words  # only put aside: the other languages still fit
    return CodedWord(entry.code, words, entry.iris_code, entry.retired)


def _entries(store: Store, which: HouseList) -> list[HouseEntry]:
    kept: dict[str, Any] = setting(store, which.value) or {}
    return [HouseEntry(code=code, **facts) for code, facts in kept.items()]


def save_entry(bench: Bench, which: HouseList, entry: HouseEntry) -> None:
    """Add an entry to a list, or change the one that has its code.

    Raises:
        NotAllowed: the operator is no administrator.
        TextMissing: the code or one of the words is empty, or the hint is none.
    """
    bench.require(Right.CHANGE_CATALOGUE)
    cleaned = replace(entry, code=entry.code.strip(), it=entry.it.strip(), en=entry.en.strip())
    for name in ("code", "it", "en"):
        if not getattr(cleaned, name):
            raise TextMissing(what=name)
    if cleaned.hint not in catalogues().hints:
        raise TextMissing(what="hint")
    facts = asdict(cleaned)
    code = facts.pop("code")
    with act(bench, ActKind.EDITED, note=f"{which.value}: {code}") as done:
        kept = setting(bench.store, which.value) or {}
        write_setting(bench.store, which.value, kept | {code: facts}, done.stamp)
