"""Start the bundle as a customer does, away from the checkout, and see that it works.

smoke.py FOLDER: the folder that PyInstaller made. Exit code 1 with a sentence when it does not.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

TAG = "BB02220011C93400E20010710000529B0940B402163DD47E"
EPC = "E20010710000529B0940B402"

OFFSCREEN_SAYS = "This plugin does not support propagateSizeHints()"


def main() -> int:
    """Run every check; the first that fails ends the test."""
    program = Path(sys.argv[1], "leghorn-bench").resolve()
    with tempfile.TemporaryDirectory() as home:
        for check in (check_verbs, check_window, check_scan_and_paper):
            check(program, Path(home))
            print(f"ok: {check.__doc__}")
    return 0


def check_verbs(program: Path, home: Path) -> None:
    """The verbs answer, in both languages."""
    said = run(program, home, "decode", "--dialect", "m100", "--hex", given=TAG)
    expect(json.loads(said)["epc"] == EPC, f"decode said {said!r}")
    said = run(program, home, "identify", EPC, "--json")
    expect(json.loads(said)["kind"] in {"epc", "tid"}, f"identify said {said!r}")
    said = run(program, home, "outcome", "--coverage=covered", "--origin=manufacturing")
    expect("Riparazione gratuita" in said, f"outcome said {said!r}")


def check_window(program: Path, home: Path) -> None:
    """The window opens."""
    said = run(program, home, LEGHORN_BENCH_LEAVE="1")
    expect(said.strip() == "ready", f"the window said {said!r}")


def check_scan_and_paper(program: Path, home: Path) -> None:
    """A tag before the simulated reader gets its card, and a paper is printed."""
    said = run(program, home, "--demo", LEGHORN_BENCH_SMOKE=str(home))
    words = said.split()
    expect(words[::2] == ["scanned", "printed"], f"the demo said {said!r}")
    paper = home / words[3]
    expect(paper.read_bytes().startswith(b"%PDF-"), f"{paper.name} is no PDF")


def run(program: Path, home: Path, *arguments: str, given: str = "", **variables: str) -> str:
    """What the program prints; it must end well and complain of nothing."""
    own = {
        "LEGHORN_BENCH_HOME": str(home),
        "LEGHORN_BENCH_LANGUAGE": "it",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        **variables,
    }
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    done = subprocess.run(
        [program, *arguments],
        input=given, capture_output=True, encoding="utf-8", timeout=120, check=False,
        cwd=home, env={**kept, **own},
    )  # fmt: skip
    complaints = [line for line in done.stderr.splitlines() if line != OFFSCREEN_SAYS]
    expect(
        done.returncode == 0 and not complaints,
        f"{program.name} {' '.join(arguments)} ended with {done.returncode}: {complaints}",
    )
    return done.stdout


def expect(truth: bool, otherwise: str) -> None:
    """End the test with a sentence unless ``truth``."""
    if not truth:
        sys.exit(f"The bundle does not work: {otherwise}")


if __name__ == "__main__":
    sys.exit(main())
