"""A case that is closed or rejected takes nothing more: no open end comes to be behind its back."""

from leghorn_bench.domain.case_errors import CaseIsOver
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import OVER
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import read


def require_running(bench: Bench, case_id: int | None) -> None:
    """Refuse what would be recorded on a case that is over; None is no case.

    Raises:
        CaseIsOver: naming the case; a closed one can be reopened with a reason.
    """
    if case_id is None:
        return
    case = read(bench.store, Case, case_id)
    if case.state in OVER:
        raise CaseIsOver(case=case.number or case.id)
