"""Scanner or person: judged by pace and prefix, without a window."""

from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.settings.values import WedgeSettings
from leghorn_bench.ui.key_burst import ENDS, KeyBurst


def typed(burst: KeyBurst[str], text: str, gap_ms: int, start_ms: int = 0) -> tuple[list[str], str]:
    """The scans heard, and the keys that reached the fields, in order."""
    scans: list[str] = []
    reached = ""
    for at, character in enumerate(text):
        heard = burst.press(character, character, start_ms + at * gap_ms)
        reached += "".join(heard.replay)
        if not heard.swallow:
            reached += character
        if heard.scan is not None:
            scans.append(heard.scan)
    return scans, reached


def test_a_quick_burst_with_enter_is_a_scan_and_reaches_no_field() -> None:
    assert typed(KeyBurst(WedgeSettings()), "LGD-00004711\r", 5) == (["LGD-00004711"], "")


def test_a_person_typing_is_replayed_whole() -> None:
    burst: KeyBurst[str] = KeyBurst(WedgeSettings())
    scans, reached = typed(burst, "LGD-00004711\r", 120)
    assert scans == []
    assert reached + "".join(burst.flush()) == "LGD-00004711\r"


def test_a_short_burst_is_a_persons() -> None:
    assert typed(KeyBurst(WedgeSettings()), "12345\r", 5) == ([], "12345\r")


def test_the_separator_of_gs1_stays_inside_a_scan() -> None:
    text = "0108012345678900\x1d21LGD4711"
    assert typed(KeyBurst(WedgeSettings()), text + "\t", 5) == ([text], "")


def test_a_prefix_makes_short_and_slow_scans_known_and_delays_nothing_else() -> None:
    settings = WedgeSettings(prefix="~~")
    assert typed(KeyBurst(settings), "~~47\r", 100) == (["47"], "")
    assert typed(KeyBurst(settings), "abcdefgh\r", 5) == ([], "abcdefgh\r")


def test_a_half_prefix_is_given_back() -> None:
    assert typed(KeyBurst(WedgeSettings(prefix="~~")), "~abc\r", 5) == ([], "~abc\r")


def test_a_suffix_ends_a_scan_and_takes_the_enter_behind_it_along() -> None:
    settings = WedgeSettings(suffix="##")
    assert typed(KeyBurst(settings), "LGD-4711##\r", 5) == (["LGD-4711"], "")
    assert typed(KeyBurst(settings), "LGD-4711\r", 5) == (["LGD-4711"], "")
    burst = KeyBurst[str](settings)
    scans, reached = typed(burst, "no. 4711##\r", 90)
    assert (scans, reached + "".join(burst.flush())) == ([], "no. 4711##\r")


def test_a_line_feed_behind_the_enter_of_a_scan_belongs_to_it() -> None:
    assert typed(KeyBurst(WedgeSettings()), "LGD-4711\r\n\r", 5) == (["LGD-4711"], "")
    assert typed(KeyBurst(WedgeSettings()), "LGD-4711\r\nLGD-4712\t", 5) == (
        ["LGD-4711", "LGD-4712"],
        "",
    )


def test_a_pause_that_was_chosen_longer_holds_with_a_prefix_too() -> None:
    settings = WedgeSettings(prefix="~", longest_gap_ms=400)
    assert typed(KeyBurst(settings), "~4711\r", 390) == (["4711"], "")


def test_an_enter_that_comes_later_is_a_persons() -> None:
    burst: KeyBurst[str] = KeyBurst(WedgeSettings(suffix="#"))
    assert typed(burst, "LGD-4711#", 5) == (["LGD-4711"], "")
    assert typed(burst, "\r", 5, start_ms=500) == ([], "\r")


def test_prefix_and_suffix_are_known_through_an_italian_layout_too() -> None:
    settings = WedgeSettings(prefix="~", suffix="#")
    assert typed(KeyBurst(settings), "|4711£", 100) == (["4711"], "")
    assert typed(KeyBurst(settings), "~4711#", 100) == (["4711"], "")


def test_a_key_release_stays_behind_its_press() -> None:
    burst: KeyBurst[str] = KeyBurst(WedgeSettings())
    burst.press("down", " ", 0)
    assert burst.release("up")
    assert burst.flush() == ("down", "up")
    assert not burst.release("later")


@given(
    st.lists(st.tuples(st.sampled_from("AB7-#\r\t\x1d\x03"), st.integers(0, 80)), max_size=60),
    st.sampled_from(["", "A", "AB"]),
    st.sampled_from(["", "#", "7#"]),
)
def test_every_key_is_passed_replayed_or_part_of_one_scan(
    keys: list[tuple[str, int]], prefix: str, suffix: str
) -> None:
    burst: KeyBurst[str] = KeyBurst(WedgeSettings(prefix=prefix, suffix=suffix))
    out = ""
    now = 0
    for character, gap in keys:
        now += gap
        heard = burst.press(character, character, now)
        out += "".join(heard.replay)
        if heard.scan is not None:
            out += prefix + heard.scan + (character if character in ENDS else suffix)
        elif not heard.swallow or (character in ENDS and not heard.replay):
            out += character  # passed, or the Enter behind a suffix
    out += "".join(burst.flush())
    assert out == "".join(character for character, _ in keys)
