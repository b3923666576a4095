"""The DataMatrix encoding that begins with the GS1 mark, which the library does not have."""

import codecs

MARK = 232
"""The codeword FNC1 of ISO/IEC 16022."""
_PAIR = 130
"""Two digits are one codeword from here on."""
CODEC = "gs1"


def encoded(text: str) -> tuple[bytes, int]:
    """The codewords of a GS1 text; each group separator becomes FNC1.

    Raises:
        ValueError: a character is not ASCII.
    """
    words, place = [], 0
    while place < len(text):
        pair = text[place : place + 2]
        if len(pair) == 2 and pair.isascii() and pair.isdigit():  # noqa: PLR2004 - two digits
            words.append(_PAIR + int(pair))
            place += 2
            continue
        letter = text[place]
        words.append(MARK if letter == "\x1d" else letter.encode("ascii")[0] + 1)
        place += 1
    return bytes(words), len(text)


def _not_decoded(words: bytes) -> tuple[str, int]:
    raise ValueError(f"only printing needs this code: {words!r}")


def _search(name: str) -> codecs.CodecInfo | None:
    if name != f"datamatrix.{CODEC}":
        return None
    return codecs.CodecInfo(encoded, _not_decoded, name=name)  # type: ignore[arg-type]  # bytes are its input


codecs.register(_search)
