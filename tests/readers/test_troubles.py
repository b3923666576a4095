import errno
from pathlib import Path

import pytest
import serial

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers import recording, troubles
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.holders import holder_of
from leghorn_bench.readers.link import condition_of
from leghorn_bench.readers.troubles import (
    PortAbsent,
    PortDenied,
    PortDeniedToAll,
    PortLost,
    PortRefused,
    PortTaken,
    PortTrouble,
)
from leghorn_bench.readers.unopened import denied, trouble_of
from leghorn_bench.texts.catalogue import catalogue

SENTENCES = [
    kind.sentence
    for module in (troubles, recording)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, BenchError) and kind.sentence
]


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (FileNotFoundError(errno.ENOENT, "none"), PortAbsent),
        (
            serial.SerialException("could not open port 'COM3': FileNotFoundError(2, '')"),
            PortAbsent,
        ),
        (serial.SerialException(errno.EBUSY, "busy"), PortTaken),
        (serial.SerialException(errno.EWOULDBLOCK, "locked"), PortTaken),
        (serial.SerialException("could not open port 'COM3': PermissionError(13, '')"), PortTaken),
        (TimeoutError("no such host answers"), PortAbsent),
        (serial.SerialException("Could not configure port"), PortRefused),
    ],
)
def test_what_the_system_says_becomes_what_the_person_can_do(
    error: Exception, trouble: type[PortTrouble]
) -> None:
    assert type(trouble_of(error, "COM3")) is trouble


def test_a_port_of_no_useful_group_asks_for_the_udev_rule(tmp_path: Path) -> None:
    port = tmp_path / "tty"
    port.touch()
    assert isinstance(denied(str(port)), PortDenied | PortDeniedToAll)
    assert isinstance(denied(str(tmp_path / "gone")), PortDeniedToAll)


def test_nobody_holds_what_nobody_opened(tmp_path: Path) -> None:
    assert holder_of(str(tmp_path / "tty")) is None


@pytest.mark.parametrize(
    ("trouble", "condition"),
    [
        (PortAbsent(port="x"), Condition.ABSENT),
        (PortLost(port="x", reason="y"), Condition.LOST),
        (PortDeniedToAll(port="x"), Condition.DENIED),
        (PortTaken(port="x"), Condition.TAKEN),
        (PortRefused(port="x", reason="y"), Condition.REFUSED),
    ],
)
def test_each_trouble_is_a_state_of_the_line(trouble: PortTrouble, condition: Condition) -> None:
    assert condition_of(trouble) is condition


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_trouble_is_told_in_italian(sentence: str) -> None:
    assert catalogue("it").gettext(sentence) != sentence
