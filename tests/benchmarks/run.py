"""Run the benchmarks: run.py [NAME...]; prints the table of the README.

It is also kept in build/benchmarks.json. Exit code 1 when a budget does not hold.
"""

import json
import platform
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.harness import Result  # noqa: E402 - the checkout is on the path only now


def results(names: Iterable[str]) -> Iterator[Result]:
    """Every result of the modules ``bench_NAME.py``; all of them without names."""
    wanted = sorted(names) or sorted(f.stem.removeprefix("bench_") for f in HERE.glob("bench_*.py"))
    for name in wanted:
        yield from import_module(f"tests.benchmarks.bench_{name}").measures()


def main() -> int:
    """Measure, print as it comes, and keep."""
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}\n")
    print("| What | Measured | Budget | |\n|---|---|---|---|")
    kept = []
    for result in results(sys.argv[1:]):
        word = "kept" if result.kept else "BROKEN"
        print(f"| {result.name} | {result.measured} | {result.budget} | {word} |", flush=True)
        kept.append(result)
    report = ROOT / "build" / "benchmarks.json"
    report.parent.mkdir(exist_ok=True)
    report.write_text(json.dumps([r.as_json() for r in kept], indent=2) + "\n", encoding="utf-8")
    return 0 if all(r.kept for r in kept) else 1


if __name__ == "__main__":
    sys.exit(main())
