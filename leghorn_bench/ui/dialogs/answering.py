"""Which dialog takes the answer to an offer: the same one wherever the person stands."""

from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.on_bench import work_on
from leghorn_bench.services.quoting import rows_of
from leghorn_bench.ui.dialogs.answer import AnswerDialog
from leghorn_bench.ui.dialogs.estimate_answer import EstimateAnswerDialog


def answer_dialog(
    bench: Bench,
    offer: StoredQuote,
    rep: str,
    parent: QWidget | None,
    answer: Answer | None = None,
) -> AnswerDialog | EstimateAnswerDialog | None:
    """The dialog for the answer to a quote or an estimate that waits.

    Args:
        bench: where.
        offer: what is answered.
        rep: name of the sales rep, who usually reports the answer.
        parent: over which it opens.
        answer: the one that the person has already pressed, of an estimate.

    Returns:
        None where nothing can be answered device by device: the case tells what to do.
    """
    if offer.kind == TIME:
        return EstimateAnswerDialog(bench, offer, rep, parent, answer)
    devices = (line.case_device_id for line in rows_of(bench, offer.id))
    device = next((one for one in devices if one), None)
    if device is None:
        return None
    return AnswerDialog(bench, work_on(bench, device), offer, parent)
