"""Watch every act that a test does: it is undone to the very same state, or refused with why."""

import sys
from collections import defaultdict
from typing import Any

import pytest

from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.undo_errors import NumberRestsOnIt
from leghorn_bench.services import acts
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.audit import SERIES
from leghorn_bench.store.engine import Store
from leghorn_bench.store.numbering import last_number
from leghorn_bench.store.records import TABLE_OF, add, shape

State = dict[str, list[Any]]


def state_of(store: Store) -> State:
    """All that is on record, without the timeline itself and without versions."""
    state: State = {
        "setting": store.rows("SELECT key, value FROM setting ORDER BY key"),
        "search_text": store.rows(
            "SELECT subject, subject_id, folded FROM search_text ORDER BY subject, subject_id"
        ),
    }
    for kind in TABLE_OF.keys() - {Act}:
        made = shape(kind)
        names = ", ".join(f'"{name}"' for name in made.names if name != "version")
        state[made.table] = store.rows(f"SELECT {names} FROM {made.table} ORDER BY id")
    return state


class UndoWatch:
    """Rehearses the undo of each act inside its own transaction; nothing of it is kept."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.outcomes: dict[str, set[str]] = defaultdict(set)
        """``undone`` or ``refused``, under the name of the use case."""
        self._before: State = {}
        self._at_start = False
        self._rehearses = False
        monkeypatch.setattr(acts, "UnderWay", self._begun(acts.UnderWay))
        monkeypatch.setattr(acts, "last_number", self._counted)
        monkeypatch.setattr(acts, "add", self._added)

    def _begun(self, make: type[acts.UnderWay]) -> Any:
        def made(*facts: Any) -> acts.UnderWay:
            self._at_start = True
            return make(*facts)

        return made

    def _counted(self, store: Store, kind: str, year: int) -> int:
        if self._at_start and not self._rehearses:
            self._at_start = False
            self._before = state_of(store)
        return last_number(store, kind, year)

    def _added(self, store: Store, done: Act, stamp: Stamp) -> Act:
        kept = add(store, done, stamp)
        if not self._rehearses:
            self._rehearses = True
            try:
                self._rehearse(store, kept, self._before)
            finally:
                self._rehearses = False
        return kept

    def _rehearse(self, store: Store, done: Act, before: State) -> None:
        bench = Bench(store, Operator(login=done.who, name=done.who), lambda: done.at)
        name, after, trail = _use_case(), state_of(store), last_number(store, SERIES, 0)
        with store.transaction(keep=False):
            try:
                acts.undo(bench, done.id)
            except NumberRestsOnIt:
                assert ActKind(done.what) in acts.NEVER_UNDONE, f"{name} left no number"
                assert last_number(store, SERIES, 0) == trail
                assert state_of(store) == after
                self.outcomes[name].add("refused")
            else:
                assert state_of(store) == before, f"{name} was not wholly taken back"
                self.outcomes[name].add("undone")


def _use_case() -> str:
    """The name of the service function whose act is ending."""
    frame = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename
        if "leghorn_bench/services/" in file and frame.f_code.co_name != "act":
            return frame.f_code.co_name
        frame = frame.f_back  # type: ignore[assignment]
    raise AssertionError("an act outside services")
