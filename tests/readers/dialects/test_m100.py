"""UHF modules M100 and R200."""

from leghorn_bench.readers.dialects import m100
from leghorn_bench.readers.events import Event, Noise, Status, TagRead

EPC = bytes.fromhex("E2801170BB7EAADD00001234")
"""Holds both headers and both ends."""


def read(wire: bytes) -> list[Event]:
    decoder = m100.DIALECT.decoder()
    return [*decoder.feed(wire), *decoder.silence()]


def test_headers_and_ends_inside_an_epc_do_not_cut_it() -> None:
    for header in m100.HEADERS:
        frame = m100.tag_frame(TagRead(epc=EPC, rssi_dbm=-71), header)

        assert read(frame * 2) == [TagRead(epc=EPC, rssi_dbm=-71)] * 2


def test_a_frame_with_the_other_forms_end_is_noise() -> None:
    frame = m100.tag_frame(TagRead(epc=EPC))[:-1] + b"\xdd"

    assert not [event for event in read(frame) if isinstance(event, TagRead)]


def test_no_tag_is_no_error() -> None:
    assert [event.kind for event in read(m100.encode(1, 0xFF, b"\x15")) if isinstance(event, Status)
            ] == ["no_tag"]  # fmt: skip


def test_a_tag_error_names_the_tag() -> None:
    wire = m100.encode(1, 0xFF, b"\xa3\x0e\x30\x00" + EPC)

    assert read(wire) == [
        Status("error", {"error": "A3", "text": "tag error", "epc": EPC.hex().upper()})
    ]


def test_a_tid_is_read_beside_the_epc() -> None:
    tid = bytes.fromhex("E28011702000123456789ABC")
    wire = m100.encode(1, 0x39, b"\x0e\x30\x00" + EPC + tid)

    assert read(wire) == [TagRead(epc=EPC, tid=tid)]


def test_a_notification_that_contradicts_its_length_is_told_as_an_answer() -> None:
    for parameters in (b"", b"\xc0\x30\x00" + EPC, b"\xc0\x00\x00\x12\x34"):
        events = read(m100.encode(2, 0x22, parameters))

        assert [type(event) for event in events] == [Status]


def test_a_wrong_tag_crc_is_told_with_the_read() -> None:
    (event,) = read(m100.encode(2, 0x22, b"\xc4\x30\x00" + EPC + b"\0\0"))

    assert isinstance(event, TagRead)
    assert event.crc_ok is False


def test_an_impossible_length_holds_nothing_back() -> None:
    frame = m100.tag_frame(TagRead(epc=EPC))
    decoder = m100.DIALECT.decoder()

    events = list(decoder.feed(b"\xbb\x02\x22\xff\xff" + frame))

    assert events == [Noise(b"\xbb\x02\x22\xff\xff"), TagRead(epc=EPC, rssi_dbm=-60)]


def test_silence_frees_what_a_false_start_held_back() -> None:
    frame = m100.tag_frame(TagRead(epc=EPC))
    decoder = m100.DIALECT.decoder()

    held_back = list(decoder.feed(b"\xbb\x02\x22\x00\x80" + frame))

    assert held_back == []
    assert list(decoder.silence()) == [
        Noise(b"\xbb\x02\x22\x00\x80"),
        TagRead(epc=EPC, rssi_dbm=-60),
    ]


def test_a_module_tells_its_model_and_firmware() -> None:
    answer = m100.DIALECT.simulation().hear(m100.DIALECT.question)

    identity = m100.DIALECT.identity(read(answer))

    assert identity is not None
    assert (identity.model, identity.firmware) == ("M100 V1.00", "V2.3.1")


def test_a_module_that_says_nothing_of_itself_is_not_identified() -> None:
    assert m100.DIALECT.identity(read(m100.tag_frame(TagRead(epc=EPC)))) is None


def test_the_simulated_module_answers_each_command() -> None:
    simulation = m100.DIALECT.simulation()

    def kinds(wire: bytes) -> list[str]:
        return [event.kind for event in read(simulation.hear(wire)) if isinstance(event, Status)]

    assert kinds(m100.DIALECT.start) == []
    assert kinds(m100.DIALECT.stop) == ["ack"]
    assert kinds(m100.DIALECT.poll) == ["no_tag"]
    assert [kinds(wire) for wire in m100.ask_tid(EPC)] == [["ack"], ["ack"], ["no_tag"]]
    assert kinds(m100.command(0x99)) == ["error"]


def test_a_phychips_module_is_not_taken_for_this_one() -> None:
    """It begins with BB as well, but ends with 7E and a CRC, without a sum."""
    answer = bytes.fromhex("BB0103000A52454432303056312E307E1234")

    assert m100.DIALECT.identity(read(answer)) is None


def test_a_memory_answer_that_does_not_fit_is_told_as_data() -> None:
    for parameters in (b"", b"\x0e\x30\x00" + EPC, b"\x02\x30\x00\x12\x34"):
        events = read(m100.encode(1, 0x39, parameters))

        assert [event.kind for event in events if isinstance(event, Status)] == ["answer"]


def test_words_that_are_no_tid_are_told_beside_the_epc() -> None:
    events = read(m100.encode(1, 0x39, b"\x0e\x30\x00" + EPC + b"\x12\x34\x56\x78"))

    assert events[0] == TagRead(epc=EPC)
    assert isinstance(events[1], Status)
    assert events[1].facts["data"] == "12345678"


def test_an_error_with_a_code_alone_names_no_tag() -> None:
    assert read(m100.encode(1, 0xFF, b"\x10")) == [
        Status("error", {"error": "10", "text": "write failed: no tag"})
    ]
