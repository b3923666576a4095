import itertools

from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.documents.strips import Strip, kept, paged, side_by_side, space


def drawn(height: float, **options: object) -> Strip:
    return Strip(height, lambda _canvas, _x, _top: None, **options)  # type: ignore[arg-type]


heights = st.lists(st.floats(1, 90), max_size=60)


@given(heights)
def test_no_strip_is_lost_and_none_hangs_over_the_foot(given_heights: list[float]) -> None:
    strips = [drawn(height) for height in given_heights]
    sheets = paged(strips, (100, 0), 95)
    assert [placed.strip for sheet in sheets for placed in sheet] == strips
    assert all(placed.top - placed.strip.height >= -0.001 for sheet in sheets for placed in sheet)


@given(heights)
def test_strips_do_not_overlap(given_heights: list[float]) -> None:
    for sheet in paged([drawn(height) for height in given_heights], (100, 0), 95):
        for above, below in itertools.pairwise(sheet):
            assert below.top <= above.top - above.strip.height + 0.001


def test_a_heading_goes_overleaf_with_what_it_heads() -> None:
    heading, line = drawn(10, keep=True), drawn(20)
    first, second = paged([drawn(80), heading, line], (100, 0), 95)
    assert len(first) == 1
    assert [placed.strip for placed in second] == [heading, line]


def test_a_table_goes_on_under_its_head() -> None:
    head = drawn(10, keep=True)
    rows = [drawn(30, head=head) for _ in range(5)]
    first, second = paged([head, *rows], (100, 0), 100)
    assert [placed.strip for placed in first] == [head, *rows[:3]]
    assert [placed.strip for placed in second] == [head, *rows[3:]]


def test_white_space_vanishes_at_the_top_of_a_sheet() -> None:
    line = drawn(90)
    first, second = paged([line, space(20), line], (100, 0), 95)
    assert [placed.strip for placed in first] == [line]
    assert [placed.top for placed in second] == [95]


def test_what_is_kept_stays_on_one_sheet() -> None:
    together = kept([drawn(20), drawn(20), drawn(20)])
    first, second = paged([drawn(50), *together], (100, 0), 95)
    assert len(first) == 1
    assert [placed.strip for placed in second] == together


def test_a_heading_that_heads_nothing_is_still_printed() -> None:
    heading = drawn(10, keep=True)
    (sheet,) = paged([heading], (100, 0), 95)
    assert [placed.strip for placed in sheet] == [heading]


def test_columns_of_moderate_height_stay_together() -> None:
    left, right = [drawn(20)], [drawn(10) for _ in range(20)]
    (block,) = side_by_side([(0, left), (100, right)])
    assert block.height == 200


def test_columns_longer_than_half_a_sheet_go_on_overleaf_without_losing_a_line() -> None:
    lines = [drawn(13) for _ in range(100)]
    blocks = side_by_side([(0, [drawn(13)]), (100, lines)])
    assert sum(block.height for block in blocks) == 1300
    assert max(block.height for block in blocks) < 70


def test_a_group_higher_than_a_sheet_goes_on_overleaf() -> None:
    strips = kept([drawn(60), drawn(60), drawn(60)])
    assert len(paged(strips, (100, 0), 95)) == 3
