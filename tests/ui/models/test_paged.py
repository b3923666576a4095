"""The paged model, without a window."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.models.paged import PAGE, ROW_ROLE, TONE_ROLE, Column, PagedModel
from leghorn_bench.ui.tokens import Tone

COLUMNS = (
    Column[int]("Number", str, numeric=True),
    Column[int]("Name", lambda n: f"seal {n}", tone=lambda n: Tone.STOP if n % 2 else Tone.OK),
)


class Source:
    """Numbers from 1 to ``last``, told by key."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.asked = 0

    def __call__(self, after: int | None, most: int) -> Sequence[int]:
        self.asked += 1
        first = 1 if after is None else after + 1
        return range(first, min(first + most, self.last + 1))


def full(source: Source) -> PagedModel[int]:
    model = PagedModel(source, COLUMNS)
    model.reload()
    while not model.exhausted:
        model.fetchMore(model.index(-1, -1))
    return model


def test_qt_finds_no_fault_in_the_model(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = PagedModel(Source(450), COLUMNS)
    model.reload()
    qtmodeltester.check(model)


def test_opening_reads_one_page(qtbot: QtBot) -> None:
    source = Source(1_000_000)
    PagedModel(source, COLUMNS).reload()
    assert source.asked == 1


@given(st.sampled_from([0, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, 25 * PAGE + 7]))
def test_every_row_is_found_at_its_number(last: int) -> None:
    model = full(Source(last))
    assert model.rowCount() == last
    assert [model.row(number) for number in range(last)] == list(range(1, last + 1))


def test_pages_let_go_are_read_again_when_needed() -> None:
    source = Source(30 * PAGE)
    model = full(source)
    before = source.asked
    assert model.row(0) == 1
    assert source.asked == before + 1
    assert len(model._pages) <= 20


def test_a_cell_tells_its_words_its_tone_and_its_row() -> None:
    model = full(Source(3))
    index = model.index(2, 1)
    assert model.data(index) == "seal 3"
    assert model.data(index, TONE_ROLE) is Tone.STOP
    assert model.data(index, ROW_ROLE) == 3


def test_a_row_taken_away_meanwhile_is_blank_and_no_error() -> None:
    source = Source(25 * PAGE)
    model = full(source)
    source.last = 10
    assert model.data(model.index(150, 0)) is None
