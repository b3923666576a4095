"""Every frame of the collected captures and manuals, through decoders and through ``decode``."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from leghorn_bench.readers.decode import bytes_from_hex, decoded
from leghorn_bench.readers.dialect import Decoder
from leghorn_bench.readers.events import Event, LineRead, Noise, TagRead
from leghorn_bench.readers.registry import NAMES, dialect

VECTORS = Path(__file__).parents[2] / "data/vectors/frames.json"
FRAMES: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))

DIALECTS = {
    "3M 810 HF (library pad, ISO15693)": ("3m810",),
    "125 kHz EM-18 (no framing)": ("em18",),
    "125 kHz EM4100 ID-12LA/ID-20LA": ("rdm6300",),
    "125 kHz EM4100 RDM6300": ("rdm6300",),
    "7941E/7941W LF/HF": ("7941",),
    "ASCII barcode scanner (serial line)": ("ascii",),
    "CR95HF (ST) UART": ("cr95hf",),
    "Chafon UHFReader18/288 (len addr cmd, CRC16 0x8408)": ("chafon18", "chafon288"),
    "Elatec TWN4 Simple Protocol (ASCII hex, CR)": ("twn4",),
    "FEIG OBID (CRC16 0x8408)": ("feig",),
    "ISO11784/5 134K-RW-USB-D1": ("134k",),
    "ISO11784/5 FDX-B longrfid": ("fdxb",),
    "Impinj R2000/Indy A0 (Invelion/Rodinbell/Yanzeo)": ("r2000",),
    "M100/QM100/R200 (BB..7E)": ("m100",),
    "PN532 HSU": ("pn532",),
    "R200 dialect (AA..DD)": ("m100",),
    "ThingMagic Mercury serial (FF)": ("mercury",),
    "metraTec ASCII (CR)": ("metratec",),
}
VARIANTS = {"UHFReader18": ("chafon18",), "UHFReader288": ("chafon288",)}


def dialects_of(frame: dict[str, Any]) -> tuple[str, ...]:
    by_protocol = DIALECTS[frame["protocol"]]
    return VARIANTS.get(frame["meaning"].get("variant", ""), by_protocol)


CASES = [
    pytest.param(name, frame, id=f"{name}-{frame['hex']}")
    for frame in FRAMES
    for name in dialects_of(frame)
]


def whole(decoder: Decoder, wire: bytes) -> list[Event]:
    return [*decoder.feed(wire), *decoder.silence()]


def identifiers_of(frame: dict[str, Any]) -> list[str]:
    meaning = frame["meaning"]
    if frame["direction"] == "host->reader":
        return []
    if "national_id" in meaning:
        return [f"{meaning['country']:04X}{meaning['national_id']:010X}"]
    if "uids" in meaning:
        return list(meaning["uids"])
    keys = ["epc", "uid", "sn", *(["data"] if "card_dec" in meaning else [])]
    return [meaning[key] for key in keys if key in meaning]


def read_identifiers(events: Sequence[Event]) -> list[str]:
    return [
        (event.epc or event.uid or b"").hex().upper()
        for event in events
        if isinstance(event, TagRead)
    ]


def test_every_collected_frame_belongs_to_a_dialect() -> None:
    assert {frame["protocol"] for frame in FRAMES} == DIALECTS.keys()
    assert {name for frame in FRAMES for name in dialects_of(frame)} == set(NAMES)


@pytest.mark.parametrize(("name", "frame"), CASES)
def test_a_collected_frame_means_what_its_source_says(name: str, frame: dict[str, Any]) -> None:
    wire = bytes.fromhex(frame["hex"])

    events = whole(dialect(name).decoder(), wire)

    if frame["expect"] == "reject":
        assert events == [Noise(wire)]
        return
    assert events
    assert not [event for event in events if isinstance(event, Noise)]
    assert read_identifiers(events) == identifiers_of(frame)


@pytest.mark.parametrize(("name", "frame"), CASES)
def test_the_facts_around_an_identifier_are_read_too(name: str, frame: dict[str, Any]) -> None:
    meaning = frame["meaning"]
    tags = [
        event
        for event in whole(dialect(name).decoder(), bytes.fromhex(frame["hex"]))
        if isinstance(event, TagRead)
    ]

    for tag in tags:
        if "rssi_dbm" in meaning:
            assert tag.rssi_dbm == meaning["rssi_dbm"]
        antenna = meaning.get("antenna_8port", meaning.get("antenna"))
        if isinstance(antenna, int):
            assert tag.antenna == antenna
        if "tag_crc_ok" in meaning:
            assert tag.crc_ok is meaning["tag_crc_ok"]


@pytest.mark.parametrize(("name", "frame"), CASES)
def test_decode_tells_a_collected_frame_as_json(name: str, frame: dict[str, Any]) -> None:
    told = list(decoded(name, bytes_from_hex([frame["hex"]])))

    json.dumps(told)
    if frame["expect"] == "reject":
        assert told == [{"event": "noise", "hex": frame["hex"]}]
    else:
        assert {event["event"] for event in told} <= {"tag", "line", "status"}
        found = [event.get("epc") or event.get("uid") for event in told if event["event"] == "tag"]
        assert found == identifiers_of(frame)


@pytest.mark.parametrize(
    "frame", [frame for frame in FRAMES if frame["protocol"].startswith("ASCII")]
)
def test_a_scanned_line_keeps_its_text_whole(frame: dict[str, Any]) -> None:
    events = whole(dialect("ascii").decoder(), bytes.fromhex(frame["hex"]))

    if frame["expect"] == "accept":
        line = bytes.fromhex(frame["hex"]).strip(b"\r\n\x02\x03").decode()
        assert events == [LineRead(line)]
