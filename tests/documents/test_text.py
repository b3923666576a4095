from hypothesis import given, settings
from hypothesis import strategies as st

from leghorn_bench.documents.text import BODY, MONO, cleaned, one_line, width_of, wrapped


def drawn(text: str, width: float = 400) -> list[str]:
    return ["".join(run.text for run in line) for line in wrapped(text, BODY, width)]


def test_markup_is_text_like_any_other() -> None:
    assert drawn("<b>R&D</b> &amp;") == ["<b>R&D</b> &amp;"]


def test_control_characters_and_direction_marks_vanish() -> None:
    assert cleaned("a\x00\x07b\u202ec\u200bd\x1b") == "abcd"


def test_a_half_of_a_pair_is_shown_as_unreadable() -> None:
    assert cleaned("a\ud83d") == "a\ufffd"


def test_every_run_is_set_in_a_font_that_has_it() -> None:
    fonts = [run.font for run in one_line("Aжω中か한ع🔒", BODY.face)]
    assert fonts == [
        "IBMPlexSans-Regular",
        "DroidSansFallback",
        "IBMPlexSansArabic-Regular",
        "NotoEmoji-Regular",
    ]


def test_a_script_that_no_font_has_is_shown_as_boxes() -> None:
    assert drawn("ไทย") == ["□□□"]


def test_arabic_is_joined_and_runs_from_the_right() -> None:
    (line,) = drawn("شركة")
    assert line == "\ufe94\ufedb\ufeae\ufeb7"


def test_brackets_round_arabic_open_towards_what_they_hold() -> None:
    (line,) = drawn("شركة (مرسى) Ltd")
    assert line.index("(") < line.index(")")


def test_a_word_longer_than_the_line_is_cut_between_letters() -> None:
    assert "".join(drawn("7" * 300, 100)) == "7" * 300


def test_chinese_breaks_anywhere_but_before_a_full_stop() -> None:
    lines = drawn("货物已在港口检查。" * 10, 62)
    assert len(lines) > 5
    assert not any(line.startswith("。") for line in lines)


def test_an_empty_text_has_no_line() -> None:
    assert wrapped(" \n", BODY, 100) == ()


@settings(deadline=None)
@given(text=st.text(max_size=300), width=st.floats(30, 500))
def test_no_line_is_wider_than_its_place(text: str, width: float) -> None:
    for line in wrapped(text, BODY, width):
        assert width_of(line, BODY) <= width + 0.01 or len(line) <= 1


def test_brackets_within_brackets_keep_their_pairs() -> None:
    (line,) = drawn("شركة ((مرسى)) a (b) [c] <d>")
    assert line.index("<") < line.index(">")
    assert line.count("(") == line.count(")") == 3


def test_an_identifier_is_never_cut_at_its_hyphens() -> None:
    lines = wrapped("S/N LGD-0000-9001, LGD-0000-9002", MONO, 110)
    assert ["".join(run.text for run in line) for line in lines] == [
        "S/N LGD-0000-9001,",
        "LGD-0000-9002",
    ]
