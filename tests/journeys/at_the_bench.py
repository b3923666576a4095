"""What the technician does: judge, replace, quote, repair, and check what goes back as it came."""

from collections.abc import Mapping
from pathlib import Path

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.work import Part
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.parts_taken import PartsTaken
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.journeys.walk import Walk


def judges(walk: Walk, fault: str, origin: str, photo: Path | None = None) -> None:
    """What was found, whose fault it is, and the photo that shows it."""
    walk.chooses("Fault found", fault)
    walk.ticks(word(Origin(origin), spoken()))
    if photo is not None:
        walk.visible(PhotoStrip).add_files([photo])
    walk.presses("Record the judgement")


def replaces(walk: Walk, spare: Device) -> None:
    """The spare is laid on the antenna while the dialog is open; the slip is looked at."""
    walk.presses("Replace free of charge")
    walk.presses("Scan the replacing unit…")
    walk.lays(spare)
    walk.sees("can replace it")
    walk.presses("Replace and issue the slip")
    walk.presses("Close")


def quotes(walk: Walk, way_back: str) -> None:
    """Labour is proposed for every device; the way back is priced by hand."""
    walk.presses("Make the quote…")
    prices = [one for one in walk.all_visible(MoneyEdit) if not one.isReadOnly()]
    prices[-1].setText(way_back)
    walk.presses("Issue the quote")
    walk.presses("Close")


def hears_the_answer(walk: Walk, answers: Mapping[str, str]) -> None:
    """The rep tells what the customer decided, device by device."""
    walk.presses("Record the answer…")
    walk.ticks(*(f"{serial}: {_(answer)}" for serial, answer in answers.items()))
    walk.presses("Record the answer")


def repairs(walk: Walk, part: Part, minutes: int) -> None:
    """Started, done with a part, measured, tested and released."""
    walk.presses("Start the repair")
    walk.presses("Finish the repair…")
    walk.writes("What was done", "Ansa sostituita")
    walk.visible(PartsTaken).take(str(part.id))
    walk.counts("Time", minutes)
    walk.writes("Value", "35")
    walk.ticks("The final test is passed")
    walk.presses("Release the device")
    walk.sees("The device is repaired, tested and ready.")


def checks_as_it_came(walk: Walk, *accessories: str) -> None:
    """Reassembled, and held against what came with it (codes) and how it looked."""
    known = catalogues().accessories
    walk.presses("Prepare the return")
    walk.presses("Check against the intake")
    walk.ticks(*(known[code].word(spoken()) for code in accessories))
    walk.presses("Checked: it may be packed")
    walk.sees("The device is checked and ready.")
