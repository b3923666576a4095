"""A person says that a case goes before the others, or that it no longer does."""

from dataclasses import replace

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.running import require_running
from leghorn_bench.store.records import read, save


def mark_urgent(bench: Bench, case_id: int, *, urgent: bool) -> Case:
    """Put the devices of a case at the head of the bench's queue, or back among the others.

    Raises:
        CaseIsOver: the case was closed or rejected.
    """
    require_running(bench, case_id)
    case = read(bench.store, Case, case_id)
    if case.urgent is urgent:
        return case
    note = "urgent" if urgent else "not urgent"
    with act(bench, ActKind.EDITED, case_id=case.id, note=note) as done:
        return save(bench.store, replace(case, urgent=urgent), done.stamp, note)
