"""UHF readers UHFReader18 and their kin: inventory answers are ``count (length EPC)...``."""

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
    name="chafon18",
    label="UHF Chafon UHFReader18",
    lines=(LineSettings(57600), LineSettings(115200), LineSettings(9600)),
    decoder=lambda: ChafonDecoder("chafon18"),
    simulation=lambda: simulated("chafon18"),
    identity=identity,
    question=encode(INFO),
    # The answer settles the layout before the first tag.
    start=encode(INFO),
    poll=encode(INVENTORY),
    ask_tid=ask_tid,
)
