"""Our own labels open the thing that they were printed for."""

import pytest

from leghorn_bench.domain.identifiers import Form, Kind, interpret, label_text
from leghorn_bench.domain.identifiers.labels import LETTERS


@pytest.mark.parametrize("kind", LETTERS.values())
def test_a_printed_label_opens_its_thing(kind: Kind) -> None:
    meant = interpret(label_text(kind, "2026/0012"))
    assert meant.keys[0] == (kind.value, "2026/0012")


def test_the_label_of_a_device_finds_it_by_its_serial_too() -> None:
    assert interpret("LB:D:LGD-0001").keys[:2] == (("device", "LGD-0001"), ("serial", "LGD-0001"))


@pytest.mark.parametrize("text", ["LB:X:1", "LB:C:", "LB:C", "LB::1"])
def test_a_letter_that_opens_nothing_is_no_label(text: str) -> None:
    assert Form.LABEL in {failure.form for failure in interpret(text).failures}
