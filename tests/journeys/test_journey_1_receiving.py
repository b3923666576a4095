"""Journey 1: a parcel of forty seals is opened, on the real window with a reader on the wire."""

from time import monotonic

import pytest

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.parcels import contents
from leghorn_bench.store.records import read
from leghorn_bench.ui.widgets.big_counter import BigCounter
from tests.journeys.at_the_desk import reports_by_mail
from tests.journeys.at_the_door import (
    labels_are_stuck_on,
    last_parcel,
    listed,
    parcel_comes,
    parcel_is_closed,
)
from tests.journeys.walk import Walk
from tests.services.printers import LabelPrinterOnSocket

STRANGER = "ZZ-404"
MOST_SECONDS = 90
"""For forty devices and one person; the machine's share of it must be far below."""


@pytest.mark.slow
def test_forty_announced_seals_come_in_and_the_parcel_is_reconciled(
    walk: Walk, on_socket: LabelPrinterOnSocket
) -> None:
    # Given forty seals announced in a case that the rep authorised; two of them are not in the box
    seals = walk.scene.units(40)
    (extra,) = walk.scene.units(1)
    case = reports_by_mail(walk, "The gate reads none of them", [seal.serial for seal in seals])
    begun = monotonic()

    # When the waybill is scanned, and what the customer paid for it is noted
    parcel_comes(walk, "1Z999DEMO0042", cost="18.50")

    # And seal after seal is held to the reader: thirty-eight, and one that nobody announced; one
    # more tells nothing, and its label is of no unit on file
    for seal in seals[:38]:
        walk.lays(seal)
        walk.sees(seal.serial)
    walk.lays(extra)
    walk.sees("Not announced")
    walk.lifts()
    walk.scans(STRANGER)
    walk.sees("Unknown")
    assert walk.visible(BigCounter).accessibleName().startswith("38 / 40")

    # Then the missing, the extra and the unknown ones are counted, and named on a click
    walk.presses("{n} missing", n=2)
    assert set(listed(walk)) == {seal.serial for seal in seals[38:]}
    walk.presses("{n} extra", n=1)
    assert listed(walk) == [extra.serial]
    walk.presses("{n} unknown", n=1)
    assert listed(walk) == [STRANGER]

    # And one gesture prints the labels of all forty; each that was stuck on is scanned to confirm
    found = [*(seal.serial for seal in seals[:38]), extra.serial, STRANGER]
    labels_are_stuck_on(walk, *found)
    walk.waits_for(lambda: bytes(on_socket.swallowed).count(b"^XA") == 40)
    printed = bytes(on_socket.swallowed).decode()
    assert all(serial in printed for serial in found)

    # And the parcel is closed, all of it in far less than a minute and a half
    parcel = last_parcel(walk)
    parcel_is_closed(walk)
    assert monotonic() - begun < MOST_SECONDS

    # And the two are missing; the cost and who paid it are on file, and each label is on its device
    kept = read(walk.bench.store, Parcel, parcel.id)
    assert (kept.waybill, kept.cost_cents, kept.paid_by) == ("1Z999DEMO0042", 1850, "customer")
    assert kept.closed_at is not None
    states = [device.state for device in devices_of(walk.bench, case.id)]
    assert (states.count("received"), states.count("missing")) == (40, 2)
    assert all(one.labelled_at is not None for one in contents(walk.bench, parcel.id))
