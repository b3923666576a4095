"""Who made a chip: the registers of ISO/IEC 7816-6 and of GS1's mask designers (READERS §12)."""

from types import MappingProxyType

IC_MAKERS = MappingProxyType({
    0x01: "Motorola", 0x02: "STMicroelectronics", 0x03: "Hitachi", 0x04: "NXP",
    0x05: "Infineon", 0x06: "Cylink", 0x07: "Texas Instruments", 0x08: "Fujitsu",
    0x09: "Matsushita", 0x0A: "NEC", 0x0B: "Oki", 0x0C: "Toshiba",
    0x0D: "Mitsubishi", 0x0E: "Samsung", 0x0F: "Hyundai", 0x10: "LG",
    0x11: "Emosyn-EM", 0x12: "INSIDE", 0x13: "ORGA", 0x14: "Sharp",
    0x15: "Atmel", 0x16: "EM Microelectronic-Marin", 0x17: "Smartrac (KSW)", 0x18: "ZMD",
    0x19: "Xicor", 0x1A: "Sony",
})  # fmt: skip
"""Register of IC manufacturers (ISO/IEC JTC 1/SC 17 SD5), the second byte of an ISO 15693 UID."""

MASK_DESIGNERS = MappingProxyType({
    0x01: "Impinj", 0x02: "Texas Instruments", 0x03: "Alien", 0x04: "Intelleflex",
    0x05: "Atmel", 0x06: "NXP", 0x07: "STMicroelectronics", 0x08: "EP Microelectronics",
    0x09: "Motorola", 0x0B: "EM Microelectronic-Marin", 0x0C: "Renesas", 0x0E: "Tyco",
    0x0F: "Quanray", 0x10: "Fujitsu", 0x12: "CAEN RFID", 0x15: "ON Semiconductor",
    0x16: "Ramtron", 0x17: "Tego", 0x1B: "Nationz", 0x1C: "Invengo", 0x1D: "Kiloway",
})  # fmt: skip
"""GS1's mask-designer identifiers (MDID), nine bits behind the E2 of a Gen2 chip number."""

UID_BYTES = 8
CASCADE_UID_BYTES = (7, 10)


def mask_designer(tid: bytes) -> str | None:
    """The maker of a Gen2 chip; None when its number is not registered here."""
    return MASK_DESIGNERS.get((tid[1] & 0x1F) << 4 | tid[2] >> 4)


def maker_of(number: bytes) -> str | None:
    """The maker of the chip that bears ``number``; None when it cannot be told.

    ``number`` is a Gen2 TID (E2 first), an ISO 15693 UID (E0 first) or an ISO 14443 UID of 7 or
    10 bytes; shorter ones do not name their maker.

    >>> maker_of(bytes.fromhex("E0040150954F02B1"))
    'NXP'
    """
    if len(number) > 3 and number[0] == 0xE2:  # noqa: PLR2004 - the class identifier of a TID
        return mask_designer(number)
    if len(number) == UID_BYTES and number[0] == 0xE0:  # noqa: PLR2004 - ISO 15693
        return IC_MAKERS.get(number[1])
    if len(number) in CASCADE_UID_BYTES:
        return IC_MAKERS.get(number[0])
    return None
