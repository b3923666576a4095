"""What holds for each dialect, whatever bytes come and however they are cut."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leghorn_bench.readers.decode import as_json
from leghorn_bench.readers.dialect import Decoder
from leghorn_bench.readers.dialects import chafon, feig, gwiot7941, m100, mercury, pn532, r2000
from leghorn_bench.readers.events import Event, LineRead, Noise, Status, TagRead
from leghorn_bench.readers.framing import FrameDecoder
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.readers.simulated import SimulatedReader, UnshowableTag

TAGS: dict[str, Sequence[str]] = {
    "ascii": ("LB-0001", "]C10112312312312333\x1d99X"),
    "rdm6300": ("0500207B32", "01C8F00800"),
    "em18": ("4500C5D1E9", "62E3086CED"),
    "7941": ("2E00B6D7B5", "E00401586DE02802", "078CFC4F"),
    "m100": ("E280117000000001BB7EAADD", "3000", "30" * 62),
    "r2000": ("E280117000000001A0A0A0A0", "3000A0A0", "30" * 30),
    "chafon18": ("E280117000000001BB7EAADD", "300012345678", "30" * 62),
    "chafon288": ("E280117000000001BB7EAADD", "300012345678", "30" * 62),
    "mercury": ("E280117000000001FFFFFFFF", "3000", "30" * 62),
    "pn532": ("078CFC4F", "047BCB51962280"),
    "cr95hf": ("E00401586DE02802", "E0808000040280FF"),
    "twn4": ("6E401BA8", "E00401586DE02802"),
    "metratec": ("E0040150954F02B1", "E200600311753E33"),
    "feig": ("E00401586DE02802", "E0FF07B001000506"),
    "fdxb": ("038412DBFAE7D5", "00BBAAAA0F0800"),
    "134k": ("007B1A21A278BE", "03E70203A70103"),
    "3m810": ("E00401003123AA26", "E0D6000FFE000005"),
}
"""Identifiers that each kind of reader sees; with headers, ends and lengths inside."""

MOST_HELD = 8192 + 300
CHECKED = sorted(set(NAMES) - {"ascii", "em18", "metratec"})
"""Dialects whose frames carry a check strong enough to be told from garbage before them."""

every_dialect = pytest.mark.parametrize("name", NAMES)
every_other = pytest.mark.parametrize("other", NAMES)


def decoder_of(name: str) -> FrameDecoder:
    decoder = dialect(name).decoder()
    assert isinstance(decoder, FrameDecoder)
    return decoder


def read(decoder: Decoder, pieces: Iterable[bytes]) -> list[Event]:
    events = [event for piece in pieces for event in decoder.feed(piece)]
    return [*events, *decoder.silence()]


def identifiers(events: Iterable[Event]) -> list[str]:
    return [
        event.text if isinstance(event, LineRead) else (event.epc or event.uid or b"").hex().upper()
        for event in events
        if isinstance(event, TagRead | LineRead)
    ]


def commands_of(name: str) -> tuple[bytes, ...]:
    spoken = dialect(name)
    chip = spoken.ask_tid(bytes.fromhex("E280117000000001BB7EAADD")) if spoken.ask_tid else ()
    return spoken.question, spoken.start, spoken.poll, spoken.stop, *chip, spoken.heed_all


@cache
def frames_of(name: str) -> tuple[bytes, ...]:
    """Tags, answers and commands of a dialect."""
    spoken = dialect(name)
    simulation = spoken.simulation()
    commands = commands_of(name)
    answers = tuple(simulation.hear(command) for command in commands)
    shown = tuple(simulation.show([tag]) for tag in TAGS[name])
    return tuple(frame for frame in (*shown, *answers, *commands) if frame)


def cut(wire: bytes, cuts: Sequence[int]) -> list[bytes]:
    places = [0, *sorted(at % (len(wire) + 1) for at in cuts), len(wire)]
    return [wire[start:end] for start, end in pairwise(places)]


@st.composite
def wires(draw: st.DrawFn, name: str) -> bytes:
    """Frames of the dialect among garbage, some of them damaged."""
    pieces: list[bytes] = draw(
        st.lists(st.sampled_from(frames_of(name)) | st.binary(max_size=12), max_size=8)
    )
    wire = bytearray(b"".join(pieces))
    for place, damage in draw(
        st.lists(st.tuples(st.integers(0, 999), st.integers(0, 3)), max_size=3)
    ):
        at = place % (len(wire) + 1)
        if damage == 0:
            del wire[at : at + 1]
        elif damage == 1:
            wire[at:at] = bytes((place & 0xFF,))
        elif at < len(wire):
            wire[at] ^= 1 << place % 8
    return bytes(wire)


@every_dialect
def test_a_simulated_reader_shows_what_its_own_decoder_reads(name: str) -> None:
    wire = dialect(name).simulation().show(TAGS[name])

    events = read(decoder_of(name), [wire])

    assert identifiers(events) == list(TAGS[name])
    assert not [event for event in events if isinstance(event, Noise)]


@pytest.mark.parametrize("name", [name for name in NAMES if dialect(name).question])
def test_a_reader_that_is_asked_tells_who_it_is(name: str) -> None:
    spoken = dialect(name)

    identity = spoken.identity(read(spoken.decoder(), [spoken.simulation().hear(spoken.question)]))

    assert identity is not None
    assert identity.dialect == name


@every_dialect
@every_other
def test_no_reader_is_taken_for_another(name: str, other: str) -> None:
    """Only chafon18 and chafon288 answer alike; each tells which of the two it is."""
    asked, asking = dialect(other), dialect(name)
    if other == name or not asking.question:
        return

    answer = asked.simulation().hear(asking.question)
    identity = asking.identity(read(asking.decoder(), [answer]))

    assert identity is None or identity.dialect == other


@pytest.mark.parametrize("name", ["fdxb", "134k", "3m810"])
@every_other
def test_a_tag_is_read_in_its_own_dialect_only(name: str, other: str) -> None:
    """The frames of these are like no other's, nor any other's like theirs.

    A scanner's lines may be anything; discovery takes only what is text throughout for one.
    """
    if other in (name, "ascii"):
        return
    wire = dialect(name).simulation().show(TAGS[name])
    strange = dialect(other).simulation().show(TAGS[other])

    assert identifiers(read(decoder_of(other), [wire])) == []
    assert identifiers(read(decoder_of(name), [strange])) == []


@every_dialect
def test_the_answer_to_a_poll_without_tag_is_no_error(name: str) -> None:
    spoken = dialect(name)

    events: list[Event] = []
    saying = spoken.poll
    while saying:
        events += (told := read(spoken.decoder(), [spoken.simulation().hear(saying)]))
        saying = b"".join(map(spoken.follow_up, told)) if spoken.follow_up else b""

    kinds = {event.kind for event in events if isinstance(event, Status)}
    assert "error" not in kinds
    assert bool(kinds & {"no_tag", "end"}) == bool(spoken.poll)


@every_dialect
def test_every_command_is_understood_as_one(name: str) -> None:
    spoken = dialect(name)
    for command in commands_of(name):
        events = read(spoken.decoder(), [command])

        assert {event.kind for event in events if isinstance(event, Status)} <= {"command", "ack"}
        assert all(isinstance(event, Status) for event in events)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"ascii"}))
def test_a_tag_of_another_kind_cannot_be_shown(name: str) -> None:
    for tag in ("not hexadecimal", "01", "30" * 200):
        with pytest.raises(UnshowableTag):
            dialect(name).simulation().show([tag])


@every_dialect
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_cutting_of_the_wire_gives_the_same_events(name: str, data: st.DataObject) -> None:
    wire = data.draw(wires(name))
    cuts = data.draw(st.lists(st.integers(0, 2000), max_size=12))

    at_once = read(decoder_of(name), [wire])

    assert read(decoder_of(name), cut(wire, cuts)) == at_once
    assert read(decoder_of(name), [bytes((byte,)) for byte in wire]) == at_once


@every_dialect
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_frames_and_noise_join_again_to_the_wire(name: str, data: st.DataObject) -> None:
    wire = data.draw(wires(name))
    decoder = decoder_of(name)
    meaning = decoder.events_of

    def noted(frame: bytes) -> Iterable[Event]:
        return (Noise(frame), *meaning(frame))

    decoder.events_of = noted  # type: ignore[method-assign]
    taken = [event.data for event in read(decoder, [wire]) if isinstance(event, Noise)]

    assert b"".join(taken) == wire


@every_dialect
@settings(max_examples=60, deadline=None)
@given(wire=st.binary(max_size=600))
def test_no_bytes_raise_and_all_events_are_json(name: str, wire: bytes) -> None:
    for event in read(decoder_of(name), [wire]):
        assert as_json(event)["event"] in {"tag", "line", "status", "noise"}


@every_dialect
def test_the_rest_stays_bounded_whatever_never_ends(name: str) -> None:
    starts = [bytes((byte,)) * 64 for byte in range(256)]
    frames = [frame[:-1] for frame in frames_of(name)]
    for piece in starts + frames:
        decoder = decoder_of(name)
        for _ in range(9000 // len(piece) + 1):
            list(decoder.feed(piece))
            assert decoder.held <= MOST_HELD
        list(decoder.silence())
        assert decoder.held == 0


@every_dialect
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_good_frame_is_read_after_garbage_and_a_pause(name: str, data: st.DataObject) -> None:
    garbage = data.draw(wires(name))
    tag = data.draw(st.sampled_from(TAGS[name]))
    decoder = decoder_of(name)

    read(decoder, [garbage])

    assert identifiers(read(decoder, [dialect(name).simulation().show([tag])])) == [tag]


@pytest.mark.parametrize("name", CHECKED)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_good_frame_is_read_right_after_garbage(name: str, data: st.DataObject) -> None:
    garbage = data.draw(st.binary(max_size=40))
    tag = data.draw(st.sampled_from(TAGS[name]))

    events = read(decoder_of(name), [garbage + dialect(name).simulation().show([tag])])

    assert identifiers(events)[-1:] == [tag]


@pytest.mark.parametrize("name", CHECKED)
def test_a_good_frame_is_read_right_after_one_cut_short_anywhere(name: str) -> None:
    simulation = dialect(name).simulation()
    sayings = [simulation.show([tag]) for tag in TAGS[name]]
    sayings += [answer for command in commands_of(name) if (answer := simulation.hear(command))]
    for saying in sayings:
        for at in range(1, len(saying)):
            for piece in (saying[:at], saying[at:]):
                for tag in TAGS[name]:
                    wire = piece + simulation.show([tag])
                    assert identifiers(read(decoder_of(name), [wire]))[-1:] == [tag], wire.hex()


@every_dialect
def test_a_speaker_names_itself_to_people_and_to_the_command_line(name: str) -> None:
    spoken = dialect(name)

    assert spoken.name == name
    assert spoken.label
    assert spoken.lines


@pytest.mark.parametrize("tag", [TagRead(epc=b"\x30\x01"), TagRead(tid=b"\x30\x01"), "3001"])
def test_a_tag_is_shown_by_whatever_identifies_it(tag: TagRead | str) -> None:
    assert identifiers(read(decoder_of("m100"), [dialect("m100").simulation().show([tag])])) == [
        "3001"
    ]


@pytest.mark.parametrize("tag", [TagRead(), TagRead(uid=bytes(3))])
def test_a_tag_that_is_too_little_is_refused_with_what_fits(tag: TagRead) -> None:
    with pytest.raises(UnshowableTag, match="5 bytes"):
        dialect("em18").simulation().show([tag])


@pytest.mark.parametrize("name", ["ascii", "rdm6300", "em18", "fdxb"])
def test_a_reader_that_only_pushes_answers_nothing(name: str) -> None:
    assert dialect(name).simulation().hear(b"\x02" + b"0" * 12 + b"\x03\r") == b""


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("m100", m100.encode(m100.COMMAND, 0x99)),
        ("r2000", r2000.encode(0x99)),
        ("chafon18", chafon.encode(0x99)),
        ("mercury", mercury.encode(0x99)),
        ("pn532", pn532.encode(0x98)),
        ("feig", feig.encode(0x99)),
        ("7941", gwiot7941.polled(b"\xab\xba", 0x99)),
    ],
)
def test_a_command_without_a_name_is_told_by_its_number(name: str, wire: bytes) -> None:
    (event,) = read(decoder_of(name), [wire])

    assert isinstance(event, Status)
    assert event.kind == "command"
    assert event.facts["command"] in {"98", "99"}
    assert not event.facts.get("name")


@pytest.mark.parametrize("name", ["r2000", "mercury", "chafon18"])
def test_a_reader_is_not_known_from_other_answers_than_about_itself(name: str) -> None:
    assert dialect(name).identity([Noise(b"\0"), Status("ack"), TagRead(epc=b"\x30\x01")]) is None


def test_a_command_cut_short_is_forgotten_when_the_host_falls_silent() -> None:
    spoken = dialect("m100")
    simulation = SimulatedReader(spoken.decoder(), lambda _said: b"heard", lambda _tags: b"")
    command = m100.encode(m100.COMMAND, 0x22)

    assert simulation.hear(command[:4]) == b""
    assert simulation.quiet() == b""
    assert simulation.hear(command) == b"heard"
