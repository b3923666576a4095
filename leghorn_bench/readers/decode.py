"""What a captured stream says, as one plain dictionary an event (the verb ``decode``)."""

from collections.abc import Iterable, Iterator

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.events import Event, LineRead, Noise, TagRead
from leghorn_bench.readers.registry import dialect

_BETWEEN = str.maketrans("", "", " \t\r\n\f\v:,-")
"""What people and tools write between hexadecimal bytes."""


class BadHex(BenchError):
    """A text that should be hexadecimal bytes is not."""

    sentence = (
        "Expected hexadecimal digits, two a byte; found “{found}”. For raw bytes leave out --hex."
    )


def decoded(name: str, wire: Iterable[bytes]) -> Iterator[dict[str, object]]:
    """The events of a whole stream, each as it completes; the end of ``wire`` is silence.

    Raises:
        UnknownDialect: at the first step, no dialect is called ``name``.
        BenchError: the trouble of ``wire``, after all that had come before it was told.
    """
    decoder = dialect(name).decoder()
    try:
        for piece in wire:
            yield from map(as_json, decoder.feed(piece))
    except BenchError:
        yield from map(as_json, decoder.silence())
        raise
    yield from map(as_json, decoder.silence())


def bytes_from_hex(texts: Iterable[str]) -> Iterator[bytes]:
    """Bytes from hexadecimal text in any pieces; spaces, line ends, ``: , -`` may stand between.

    Raises:
        BadHex: another character, or half a byte at the end.
    """
    half = ""
    for text in texts:
        digits = half + text.translate(_BETWEEN)
        whole = len(digits) // 2 * 2
        half = digits[whole:]
        yield _bytes(digits[:whole])
    if half:
        raise BadHex(found=half)


def as_json(event: Event) -> dict[str, object]:
    """Contract: the JSON object of one event."""
    if isinstance(event, TagRead):
        named = {"epc": event.epc, "uid": event.uid, "tid": event.tid}
        found = {key: value.hex().upper() for key, value in named.items() if value is not None}
        signal = {} if event.signal is None else {"signal": event.signal}
        heard = {"rssi_dbm": event.rssi_dbm, **signal, "antenna": event.antenna}
        return {"event": "tag", **found, **heard}
    if isinstance(event, LineRead):
        return {"event": "line", "text": event.text}
    if isinstance(event, Noise):
        return {"event": "noise", "hex": event.data.hex().upper()}
    return {"event": "status", "kind": event.kind, **event.facts}


def _bytes(digits: str) -> bytes:
    try:
        return bytes.fromhex(digits)
    except ValueError:
        wrong = next(at for at, digit in enumerate(digits) if digit not in "0123456789abcdefABCDEF")
        raise BadHex(found=digits[wrong : wrong + 20]) from None
