"""Journey 3: three cut shackles, one quote; two are repaired, one goes back as it came."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.work import Part
from leghorn_bench.services.repairing import keep_part
from leghorn_bench.store.records import read
from tests.journeys.at_dispatch import departs, packs
from tests.journeys.at_the_bench import (
    checks_as_it_came,
    hears_the_answer,
    judges,
    quotes,
    repairs,
)
from tests.journeys.at_the_desk import has_tariff, opens_case, passes_the_offer_on, reports_by_mail
from tests.journeys.at_the_door import (
    box_is_photographed,
    labels_are_stuck_on,
    notes_by_keys,
    parcel_comes,
    parcel_is_closed,
)
from tests.journeys.in_the_books import (
    closes,
    has_printed,
    nothing_is_left_open,
    papers_issued,
    settles_everything,
)
from tests.journeys.walk import Walk


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Of a made-up shackle."""
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("#804000"))
    path = tmp_path / "cut-shackle.png"
    assert image.save(str(path))
    return path


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, offscreen
def test_two_of_three_cut_locks_are_repaired_and_the_refused_one_goes_back_as_it_came(
    walk: Walk, photo: Path, papers: Path
) -> None:
    # Given three locks in warranty, announced by mail, and five shackles in stock
    has_tariff(walk)
    part = keep_part(walk.bench, Part(code="ANSA", name="Ansa demo", quantity=5))
    locks = walk.scene.units(3)
    serials = [lock.serial for lock in locks]
    case = reports_by_mail(walk, "Three locks will not close", serials, told="Send them to us")

    # When their parcel comes, it is photographed, and the third turns out to have its key with it
    parcel_comes(walk, "1Z999DEMO0077", cost="15.00")
    box_is_photographed(walk, photo, photo)
    for lock in locks:
        walk.lays(lock)
    notes_by_keys(walk, ("A", "6"), ("C", "4"))
    labels_are_stuck_on(walk, *serials)
    parcel_is_closed(walk)

    # And each is judged as misuse, which its photo proves: the customer pays
    walk.opens("bench")
    for serial in serials:
        walk.scans(f"LB:D:{serial}")
        judges(walk, "shackle", "misuse", photo)
    walk.sees("The customer pays the return, and what it cost to send it.")

    # Then one quote for the three goes to the rep, who forwards it; two are to be repaired
    quotes(walk, way_back="20.00")
    passes_the_offer_on(walk)
    walk.opens("bench")
    first, second, third = serials
    walk.scans(f"LB:D:{first}")
    hears_the_answer(walk, {first: "accepted", second: "accepted", third: "refused"})

    # And the two are repaired, with a part of the stock and their final test
    for serial in (first, second):
        walk.scans(f"LB:D:{serial}")
        repairs(walk, part, minutes=40)
    assert read(walk.bench.store, Part, part.id).quantity == 3

    # And the third is held against its intake: its key has to be with it again
    walk.scans(f"LB:D:{third}")
    checks_as_it_came(walk, "key")

    # When all three leave in one parcel, the customer pays its carriage, on the quote
    packs(walk, *(f"LB:D:{serial}" for serial in serials))
    walk.sees("At the customer's expense")
    departs(walk, tracking="1Z999BACK", cost="18.00")

    # Then the charge note has the accepted work and the transport, and the case closes
    opens_case(walk, case)
    walk.presses("Issue the charge note")
    walk.presses("Close")
    assert settles_everything(walk) == ["accepted_quote 124.00"]
    closes(walk)
    assert nothing_is_left_open(walk, case)
    expected = (PaperKind.INTAKE_RECEIPT, PaperKind.QUOTE, PaperKind.AS_IT_CAME_SLIP, PaperKind.DDT)
    assert papers_issued(walk) == [*expected, PaperKind.CHARGE_NOTE, PaperKind.CASE_SUMMARY]
    has_printed(walk, papers, *expected, PaperKind.CHARGE_NOTE)
