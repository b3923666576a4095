"""Coverage-guided fuzzing of the decoders: fuzz_decoders.py [DIALECT...], FUZZ_SECONDS each.

For any bytes and any cut: nothing is raised, every event is JSON, what is held stays bounded, the
cut does not matter, silence leaves nothing behind, and a good frame is read after it. What the
fuzzer learned stays in build/fuzz and is where the next run begins.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["leghorn_bench.readers"]):
    from leghorn_bench.readers.decode import as_json
    from leghorn_bench.readers.dialects.chafon import ChafonDecoder
    from leghorn_bench.readers.events import Event, LineRead, TagRead
    from leghorn_bench.readers.framing import FrameDecoder
    from leghorn_bench.readers.registry import NAMES, dialect

    for each in NAMES:
        dialect(each)

SECONDS = int(os.environ.get("FUZZ_SECONDS", "30"))
MOST_HELD = 9000
LONGEST_INPUT = 4096
SHOWN = {
    "cr95hf": "E00401586DE02802", "3m810": "E00401586DE02802", "rdm6300": "0500207B32",
    "em18": "4500C5D1E9", "fdxb": "038412DBFAE7D5", "134k": "038412DBFAE7D5",
}  # fmt: skip
"""A tag of each dialect; 078CFC4F for those that are not listed."""
VECTORS = ROOT / "tests/data/vectors/frames.json"


def fuzz(name: str, data: bytes) -> None:
    """One input: its first byte cuts the rest into pieces."""
    size, wire = (data[0] or 1, data[1:]) if data else (1, b"")
    whole, pieces = _decoder(name), _decoder(name)
    at_once = _heard(whole, wire)
    in_pieces: list[Event] = []
    for at in range(0, len(wire), size):
        in_pieces += _heard(pieces, wire[at : at + size])
    assert in_pieces == at_once, "the cut of the wire changed the events"
    in_pieces += pieces.silence()
    at_once += whole.silence()
    assert in_pieces == at_once, "silence told something else after another cut"
    assert whole.held == 0, "silence left something behind"
    for event in at_once:
        json.dumps(as_json(event))
    # A Chafon reader may have told that it is the other one.
    speaks = whole.layout if isinstance(whole, ChafonDecoder) else name
    good = dialect(speaks).simulation().show([SHOWN.get(name, "078CFC4F")])
    after = [*whole.feed(good), *whole.silence()]
    assert any(isinstance(event, TagRead | LineRead) for event in after), "a good frame was lost"


def _decoder(name: str) -> FrameDecoder:
    decoder = dialect(name).decoder()
    assert isinstance(decoder, FrameDecoder)
    return decoder


def _heard(decoder: FrameDecoder, piece: bytes) -> list[Event]:
    events = list(decoder.feed(piece))
    assert decoder.held <= MOST_HELD, "the rest is not bounded"
    return events


def seeded(name: str) -> Path:
    """The folder of known inputs of a dialect, with the collected frames and its own commands."""
    folder = ROOT / "build/fuzz" / name
    folder.mkdir(parents=True, exist_ok=True)
    spoken = dialect(name)
    frames = [bytes.fromhex(frame["hex"]) for frame in json.loads(VECTORS.read_text())]
    frames += [spoken.question, spoken.poll, spoken.simulation().hear(spoken.question)]
    for number, frame in enumerate(frames):
        (folder / f"frame-{number}").write_bytes(b"\x05" + frame)
    return folder


def main() -> int:
    """Each dialect in its own process, since a fuzzer ends its process."""
    names = sys.argv[1:] or NAMES
    failed = []
    for name in names:
        print(f"{name}: {SECONDS} s", flush=True)
        variables = {**os.environ, "FUZZED_DIALECT": name}
        ended = subprocess.run([sys.executable, __file__], env=variables, check=False)
        if ended.returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else f"{len(names)} decoders hold")
    return 1 if failed else 0


def _run(name: str) -> None:
    folder = seeded(name)
    crash = f"-artifact_prefix={folder.parent}/crash-{name}-"
    limits = [f"-max_total_time={SECONDS}", f"-max_len={LONGEST_INPUT}", "-timeout=20"]
    quiet = ["-verbosity=0", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], str(folder), crash, *limits, *quiet], lambda data: fuzz(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    if chosen := os.environ.get("FUZZED_DIALECT"):
        _run(chosen)
    sys.exit(main())
