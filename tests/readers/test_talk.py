from dataclasses import replace

import pytest

from leghorn_bench.readers.antenna import Outcome, Sighting
from leghorn_bench.readers.chip_questions import STEP_WITHIN_S, TID_WITHIN_S
from leghorn_bench.readers.chip_round import MOST_ALONE, PRESENT_S, QUIET_S, REST_S
from leghorn_bench.readers.dialect import Dialect
from leghorn_bench.readers.events import Event, LineRead, Noise, Status, TagRead
from leghorn_bench.readers.health import Health
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.talk import (
    ALIVE_WITHIN_S,
    BETWEEN_ROUNDS_S,
    Talk,
    TalkSettings,
)

PUSHES = dialect("ascii")
ASKED = replace(PUSHES, question=b"who", start=b"start", stop=b"stop")
POLLED = replace(PUSHES, poll=b"poll")
BOTH = replace(ASKED, poll=b"poll")
TID = replace(ASKED, ask_tid=lambda epc: (b"select", b"tid " + epc), heed_all=b"all")
POLLED_TID = replace(POLLED, ask_tid=lambda epc: (b"tid " + epc,))
SETTINGS = TalkSettings(answer_within_s=2, poll_every_s=0.5)
INFO = Status("info")
TAG = TagRead(epc=b"\x30\x00")


def talk(speaks: Dialect, settings: TalkSettings = SETTINGS, *, inventory: bool = True) -> Talk:
    return Talk(speaks, settings, inventory=inventory)


def introduced(speaks: Dialect) -> Talk:
    talking = talk(speaks)
    talking.opened(-1)
    talking.heard(INFO, -1)
    talking.time_passed(0)
    return talking


def test_a_pushing_reader_is_told_nothing() -> None:
    talking = talk(PUSHES)
    assert talking.opened(0) == []
    assert talking.due() is None
    assert talking.time_passed(1000) == []
    assert talking.set_inventory(False, 1) == []


def test_the_question_comes_first_and_the_start_after_its_answer() -> None:
    talking = talk(ASKED)
    assert talking.opened(0) == [b"stop", b"who"]
    assert talking.set_inventory(True, 0.1) == []
    assert talking.heard(INFO, 0.2) == []
    assert talking.heard(INFO, 0.21) == []
    assert talking.time_passed(0.215) == []
    assert talking.time_passed(0.231) == [b"start"]


def test_an_unanswered_question_is_asked_again() -> None:
    talking = talk(ASKED)
    talking.opened(0)
    assert talking.time_passed(1.9) == []
    assert talking.time_passed(2) == [b"stop", b"who"]
    assert talking.late_from == 2


def test_a_reader_without_inventory_is_left_in_peace() -> None:
    talking = talk(ASKED, inventory=False)
    talking.opened(0)
    assert talking.heard(INFO, 0.1) == []
    assert talking.due() is None


@pytest.mark.parametrize("speaks", [POLLED, BOTH])
def test_a_quiet_line_is_polled(speaks: Dialect) -> None:
    talking = introduced(speaks)
    assert talking.time_passed(0.5) == [b"poll"]
    assert talking.heard(Status("no_tag"), 0.6) == []
    assert talking.due() == 1.1


def test_a_poll_that_nobody_answers_makes_a_silent_reader() -> None:
    talking = introduced(POLLED)
    assert talking.time_passed(0.5) == [b"poll"]
    assert talking.time_passed(2.5) == [b"poll"]
    assert talking.late_from == 2.5


def test_a_running_inventory_that_says_nothing_is_asked_whether_it_runs() -> None:
    talking = introduced(ASKED)
    assert talking.due() == ALIVE_WITHIN_S
    assert talking.time_passed(ALIVE_WITHIN_S) == [b"stop", b"who"]
    assert talking.heard(INFO, ALIVE_WITHIN_S) == []
    assert talking.time_passed(ALIVE_WITHIN_S + BETWEEN_ROUNDS_S) == [b"start"]


def test_an_inventory_that_ended_is_started_again_but_not_in_a_rush() -> None:
    talking = introduced(ASKED)
    assert talking.heard(Status("end"), 0.001) == []
    assert talking.time_passed(0.002) == []
    assert talking.time_passed(0.001 + BETWEEN_ROUNDS_S) == [b"start"]


def lies_there(talking: Talk, *codes: bytes, at: float, alone: bool = False) -> None:
    for code in codes:
        seen = Sighting(TagRead(epc=code), Outcome.ACCEPTED, 1)
        talking.sighted(seen, at, alone=alone)


@pytest.mark.parametrize(
    "answer", [TagRead(epc=b"A", tid=b"\xe2\x80"), Status("error"), Status("no_tag")]
)
def test_a_tag_wanted_alone_is_asked_for_its_tid_at_once_and_the_inventory_goes_on(
    answer: Event,
) -> None:
    talking = introduced(TID)
    lies_there(talking, b"A", at=1, alone=True)
    assert talking.time_passed(1) == [b"stop"]
    assert talking.heard(TAG, 1.01) == []  # read before the stop was heard
    assert talking.heard(Status("ack"), 1.02) == [b"select"]
    assert talking.heard(Status("ack"), 1.03) == [b"tid A"]
    assert talking.heard(answer, 1.05) == [b"all", b"start"]


def test_a_tid_that_does_not_come_is_asked_for_once_more_and_not_waited_for() -> None:
    talking = introduced(TID)
    lies_there(talking, b"A", at=1, alone=True)
    said: list[bytes] = []
    for cent in range(100, 400):
        said += talking.time_passed(cent / 100)
        talking.heard(TAG, cent / 100)
    question = [b"stop", b"select", b"tid A", b"all", b"start"]
    assert said == question * MOST_ALONE


def test_a_question_never_holds_up_the_inventory_for_longer_than_half_a_second() -> None:
    talking = introduced(TID)
    lies_there(talking, b"A", at=1, alone=True)
    said: list[bytes] = []
    while b"start" not in said:
        said += talking.time_passed(at := talking.due() or 0)
    assert said == [b"stop", b"select", b"tid A", b"all", b"start"]
    assert at == pytest.approx(1 + 2 * STEP_WITHIN_S + TID_WITHIN_S)


def test_no_tag_of_a_parcel_is_asked_while_new_ones_come() -> None:
    talking = introduced(TID)
    for number in range(200):
        at = 1 + number * QUIET_S / 2
        lies_there(talking, bytes((number,)), at=at)
        talking.heard(TAG, at)
        assert talking.time_passed(at) == []
    assert talking.time_passed(at + QUIET_S) == [b"stop"]


def test_the_tags_of_a_parcel_are_asked_in_turn_with_all_tags_heard_between() -> None:
    talking = introduced(POLLED_TID)
    lies_there(talking, b"A", b"B", at=1)
    assert talking.time_passed(1 + QUIET_S) == [b"tid A"]
    told = Status("answer", {"tid": "E280"})
    assert talking.named(told) == TagRead(epc=b"A", tid=b"\xe2\x80")
    assert talking.heard(talking.named(told), 1.6) == []
    assert talking.time_passed(1.6 + REST_S / 2) == []
    assert talking.time_passed(1.6 + REST_S) == [b"tid B"]


def test_a_tag_that_was_taken_away_is_not_asked() -> None:
    talking = introduced(POLLED_TID)
    lies_there(talking, b"A", at=1)
    assert talking.time_passed(1 + PRESENT_S + 0.1) == [b"poll"]


def test_an_answer_that_comes_too_late_is_nobodys_and_stops_further_questions() -> None:
    talking = introduced(POLLED_TID)
    lies_there(talking, b"A", at=1)
    assert talking.time_passed(1.5) == [b"tid A"]
    assert talking.time_passed(1.8) == []
    late = Status("answer", {"tid": "E280"})
    assert talking.named(late) == late
    assert talking.heard(late, 2.2) == []
    assert talking.time_passed(2.7) == [b"poll"]
    talking.heard(Status("no_tag"), 2.8)
    lies_there(talking, b"C", at=2.8)
    assert talking.time_passed(2.8 + QUIET_S) == [b"tid C"]


@pytest.mark.parametrize(
    "tag", [TagRead(epc=b"A", tid=b"\xe2"), TagRead(uid=b"\xe0"), LineRead("A")]
)
def test_a_tag_that_told_its_tid_or_has_none_is_not_asked(tag: TagRead | LineRead) -> None:
    talking = introduced(POLLED_TID)
    talking.sighted(Sighting(tag, Outcome.ACCEPTED, 1), 1, alone=True)
    assert talking.time_passed(1.2) == [b"poll"]


def test_a_reader_that_is_to_rest_is_not_left_with_most_tags_silenced() -> None:
    talking = introduced(TID)
    lies_there(talking, b"A", at=1, alone=True)
    talking.time_passed(1)
    assert talking.set_inventory(False, 1.01) == [b"stop", b"all"]


def test_a_reader_known_to_push_is_never_spoken_to() -> None:
    talking = talk(TID, TalkSettings(pushes=True))
    assert talking.opened(0) == []
    lies_there(talking, b"A", at=0, alone=True)
    assert talking.time_passed(1) == []
    assert talking.due() is None


def test_lines_are_acknowledged_and_noise_is_refused_where_the_scanner_waits_for_it() -> None:
    talking = talk(PUSHES, TalkSettings(acknowledge=True))
    assert talking.heard(LineRead("A"), 0) == [b"\x06"]
    assert talking.heard(Noise(b"?"), 0) == [b"\x15"]


def test_a_line_is_connecting_then_ready_then_silent_then_of_another_speed() -> None:
    talking = talk(ASKED)
    health = Health(talking)
    talking.opened(0)
    assert health.condition(0) is Condition.CONNECTING
    talking.heard(INFO, 0.1)
    health.hears(INFO)
    assert health.condition(0.1) is Condition.READY
    talking.time_passed(0.2)
    talking.time_passed(ALIVE_WITHIN_S + 1)
    assert health.condition(ALIVE_WITHIN_S + 4) is Condition.SILENT
    health.hears(Noise(bytes(64)))
    assert health.condition(ALIVE_WITHIN_S + 4) is Condition.WRONG_SPEED
