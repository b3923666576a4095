"""The identifier of ISO 15693 tags, which readers send in either order."""

LENGTH = 8
FIRST = 0xE0
"""ISO 15693: each UID begins with E0, then the maker of the chip."""


def e0_first(uid: bytes) -> bytes:
    """The UID with E0 in front; left as it is when neither end says where the front is.

    >>> e0_first(bytes.fromhex("0228E06D580104E0")).hex().upper()
    'E00401586DE02802'
    """
    if uid[:1] != bytes((FIRST,)) and uid[-1:] == bytes((FIRST,)):
        return uid[::-1]
    return uid
