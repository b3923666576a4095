"""What label printers say of themselves: whole, cut, and mixed with an earlier answer."""

import pytest

from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.readers.zpl_status import LabelPrinterStatus

FIRST = "030,{out},{paused},1245,000,0,0,0,000,0,{cold},{hot}"
SECOND = "000,0,{up},{ribbon},0,2,4,0,00000000,1,000"


def answer(**flags: int) -> bytes:
    """The first two strings of ``~HS`` with these flags up."""
    names = ("out", "paused", "cold", "hot", "up", "ribbon")
    facts = {name: flags.get(name, 0) for name in names}
    strings = (FIRST.format(**facts), SECOND.format(**facts))
    return "".join(f"\x02{one}\x03\r\n" for one in strings).encode()


def troubles(told: bytes) -> tuple[PrinterTrouble, ...]:
    status = LabelPrinterStatus.from_bytes(told)
    assert status is not None
    return status.troubles


@pytest.mark.parametrize(
    ("flag", "trouble"),
    [
        ("out", PrinterTrouble.PAPER_OUT),
        ("paused", PrinterTrouble.PAUSED),
        ("cold", PrinterTrouble.TOO_COLD),
        ("hot", PrinterTrouble.TOO_HOT),
        ("up", PrinterTrouble.OPEN),
        ("ribbon", PrinterTrouble.RIBBON_OUT),
    ],
)
def test_every_flag_is_told(flag: str, trouble: PrinterTrouble) -> None:
    assert troubles(answer(**{flag: 1})) == (trouble,)


def test_several_troubles_come_in_the_order_in_which_a_person_sees_to_them() -> None:
    told = troubles(answer(paused=1, out=1, up=1))
    assert told == (PrinterTrouble.OPEN, PrinterTrouble.PAPER_OUT, PrinterTrouble.PAUSED)


@pytest.mark.parametrize("cut", range(len(answer()) - 2))
def test_an_answer_that_is_not_whole_says_nothing_yet(cut: int) -> None:
    assert LabelPrinterStatus.from_bytes(answer()[:cut]) is None


def test_the_rest_of_an_earlier_answer_does_not_hide_this_one() -> None:
    assert troubles(b"\x021234,0\x03\r\n" + answer(out=1)) == (PrinterTrouble.PAPER_OUT,)


def test_other_bytes_on_the_line_are_no_answer() -> None:
    assert LabelPrinterStatus.from_bytes(b"garbage \x02\x03\x02,\x03\xff") is None
