"""Journey 2: a dead antenna under warranty, from its parcel to the reimbursement of its cost."""

from datetime import date
from pathlib import Path

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import spoken
from tests.journeys.at_dispatch import departs
from tests.journeys.at_the_bench import judges, replaces
from tests.journeys.at_the_desk import opens_case, reports_by_mail
from tests.journeys.at_the_door import labels_are_stuck_on, parcel_comes, parcel_is_closed
from tests.journeys.in_the_books import (
    closes,
    has_printed,
    nothing_is_left_open,
    papers_issued,
    settles_everything,
)
from tests.journeys.walk import Walk

TODAY, ELEVEN_MONTHS_AGO = date(2026, 11, 22), date(2025, 12, 22)


def test_a_seal_with_a_dead_antenna_is_replaced_and_its_carriage_reimbursed(
    walk: Walk, papers: Path
) -> None:
    # Given a seal sold eleven months ago, reported by mail and authorised, and a spare in stock
    (seal,) = walk.scene.units(1, sold_on=ELEVEN_MONTHS_AGO)
    spare = walk.scene.spare()
    case = reports_by_mail(walk, "The gate does not read it", [seal.serial], told="Send it to us")

    # When its parcel comes, what the customer paid is noted; no reader hears the dead antenna, so
    # the bar code is scanned, and then the label that was just stuck on
    parcel_comes(walk, "1Z999DEMO0042", cost="12.50")
    walk.scans(seal.serial)
    walk.sees("Announced")
    labels_are_stuck_on(walk, seal.serial)
    parcel_is_closed(walk)

    # And the technician scans the label: covered, and a fault of manufacturing
    walk.opens("bench")
    walk.scans(f"LB:D:{seal.serial}")
    walk.sees("In warranty")
    judges(walk, fault="antenna", origin="manufacturing")
    walk.sees("We pay the return, and reimburse what the customer paid to send it.")

    # And a scanned spare takes its place
    replaces(walk, spare)
    walk.sees("{serial} goes out in its place.", serial=spare.serial)

    # Then the spare goes out at the company's expense, on a transport document
    walk.presses("Pack it…")
    walk.sees("At our expense")
    departs(walk, tracking="1Z999BACK", cost="9.80")

    # And the bar code of the case, on any of its papers, opens what is left to do: the note
    opens_case(walk, case)
    walk.presses("Issue the reimbursement note")
    walk.presses("Close")
    assert settles_everything(walk) == ["inbound_reimbursement 12.50"]
    closes(walk)

    # And nothing is left open, and every paper has come out
    assert nothing_is_left_open(walk, case)
    asked_for = (PaperKind.REPLACEMENT_SLIP, PaperKind.DDT, PaperKind.REIMBURSEMENT_NOTE)
    issued = [PaperKind.INTAKE_RECEIPT, *asked_for, PaperKind.CASE_SUMMARY]
    assert papers_issued(walk) == issued
    has_printed(walk, papers, *issued)

    # And the spare has taken over the rest of the warranty
    walk.scans(spare.serial)
    walk.sees("Replaces {serial} since {day}", serial=seal.serial, day=day_text(TODAY, spoken()))
    walk.sees("In warranty")
