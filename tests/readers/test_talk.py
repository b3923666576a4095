from dataclasses import replace

import pytest

from leghorn_bench.readers.dialect import Dialect
from leghorn_bench.readers.events import Event, LineRead, Noise, Status, TagRead
from leghorn_bench.readers.health import Health
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.talk import (
    ALIVE_WITHIN_S,
    BETWEEN_ROUNDS_S,
    TID_WITHIN_S,
    Talk,
    TalkSettings,
)

PUSHES = dialect("ascii")
ASKED = replace(PUSHES, question=b"who", start=b"start", stop=b"stop")
POLLED = replace(PUSHES, poll=b"poll")
BOTH = replace(ASKED, poll=b"poll")
TID = replace(ASKED, read_tid=b"tid")
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


@pytest.mark.parametrize(
    "answer", [TagRead(epc=b"\x30\x00", tid=b"\xe2\x80"), Status("error"), Status("no_tag")]
)
def test_the_tid_of_an_accepted_tag_is_asked_for_and_the_inventory_goes_on(answer: Event) -> None:
    talking = introduced(TID)
    assert talking.accepted(TAG, 1) == [b"stop", b"tid"]
    assert talking.heard(Status("ack"), 1.1) == []
    assert talking.heard(TAG, 1.1) == []
    assert talking.heard(answer, 1.2) == [b"start"]


def test_a_tid_that_does_not_come_is_not_waited_for() -> None:
    talking = introduced(TID)
    talking.accepted(TAG, 1)
    assert talking.time_passed(1 + TID_WITHIN_S) == [b"start"]


def test_a_tid_that_is_known_or_cannot_be_read_is_not_asked_for() -> None:
    assert introduced(TID).accepted(TagRead(epc=b"\x30\x00", tid=b"\xe2"), 1) == []
    assert introduced(TID).accepted(TagRead(uid=b"\xe0"), 1) == []
    assert introduced(ASKED).accepted(TAG, 1) == []


def test_a_reader_known_to_push_is_never_spoken_to() -> None:
    talking = talk(TID, TalkSettings(pushes=True))
    assert talking.opened(0) == []
    assert talking.accepted(TAG, 0) == []
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
