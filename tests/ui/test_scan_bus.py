"""Where a scan goes."""

from leghorn_bench.readers.events import TagRead
from leghorn_bench.ui.scan_bus import Scan, ScanBus, ScanSource


class Taker:
    def __init__(self, *, takes: bool) -> None:
        self.takes = takes
        self.seen: list[Scan] = []

    def take_scan(self, scan: Scan) -> bool:
        self.seen.append(scan)
        return self.takes


class Scene:
    def __init__(self, *, takes: bool = True) -> None:
        self.blocked = False
        self.taker = Taker(takes=takes)
        self.bus = ScanBus(lambda: self.taker, lambda: self.blocked)
        self.unclaimed: list[Scan] = []
        self.queued: list[Scan] = []
        self.bus.scan_unclaimed.connect(self.unclaimed.append)
        self.bus.scan_queued.connect(self.queued.append)


def scanned(text: str) -> Scan:
    return Scan(text, ScanSource.READER)


def test_the_page_in_front_gets_the_scan() -> None:
    scene = Scene()
    scene.bus.submit(scanned("LGD-00004711"))
    assert scene.taker.seen == [scanned("LGD-00004711")]
    assert scene.unclaimed == []


def test_a_scan_that_the_page_does_not_take_is_told_as_unclaimed() -> None:
    scene = Scene(takes=False)
    scene.bus.submit(scanned("LGD-00004711"))
    assert scene.unclaimed == [scanned("LGD-00004711")]


def test_scans_wait_in_order_while_a_dialog_is_open_and_none_is_lost() -> None:
    scene = Scene()
    scene.blocked = True
    scene.bus.submit(scanned("A"))
    scene.bus.submit(scanned("B"))
    assert scene.queued == [scanned("A"), scanned("B")]
    assert scene.bus.waiting == 2
    scene.blocked = False
    scene.bus.submit(scanned("C"))
    scene.bus.release()
    assert [scan.text for scan in scene.taker.seen] == ["A", "B", "C"]


def test_nothing_but_blanks_is_no_scan() -> None:
    scene = Scene()
    scene.bus.submit(scanned(" \r\n"))
    assert scene.taker.seen == []


def test_a_tag_is_named_by_its_epc_in_hex() -> None:
    tag = TagRead(epc=bytes.fromhex("3074257bf7194e4000001a85"), uid=b"\xe0\x04")
    scan = Scan.of_tag(tag, "M100")
    assert scan.text == "3074257BF7194E4000001A85"
    assert scan.tag is tag
    assert scan.reader == "M100"
