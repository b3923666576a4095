"""UHF readers UHFReader288 and 86: answers are ``antennas count (length EPC RSSI)...``."""

from leghorn_bench.readers.dialect import Dialect, LineSettings
from leghorn_bench.readers.dialects.chafon import (
    INFO,
    INVENTORY,
    ChafonDecoder,
    ask_tid,
    encode,
    identity,
)
from leghorn_bench.readers.dialects.chafon_simulation import simulated

DIALECT = Dialect(
    name="chafon288",
    label="UHF Chafon UHFReader288 / 86",
    lines=(LineSettings(57600), LineSettings(115200), LineSettings(9600)),
    decoder=lambda: ChafonDecoder("chafon288"),
    simulation=lambda: simulated("chafon288"),
    identity=identity,
    question=encode(INFO),
    # The answer settles the layout before the first tag.
    start=encode(INFO),
    # Q 4, session 0: a tag that stays on the antenna answers each time.
    poll=encode(INVENTORY, b"\x04\x00"),
    ask_tid=ask_tid,
)
