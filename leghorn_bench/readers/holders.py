"""Which other program has a device file open, where Linux tells it."""

import os
from dataclasses import dataclass
from pathlib import Path

PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a port open."""

    process: int
    program: str
    """The short name of the program, e.g. ``minicom``."""


def holder_of(device: str) -> Holder | None:
    """Another process that has ``device`` open, the lowest number first; None when none is seen.

    A process of another user shows its files to the administrator only, so None proves nothing.
    """
    target = os.path.realpath(device)
    numbers = sorted(int(entry.name) for entry in PROCESSES.glob("[0-9]*"))
    for number in numbers:
        if number != os.getpid() and _has_open(number, target):
            return Holder(number, _name_of(number))
    return None


def _has_open(process: int, target: str) -> bool:
    try:
        with os.scandir(PROCESSES / str(process) / "fd") as files:
            return any(_leads_to(entry.path, target) for entry in files)
    except OSError:  # the process ended meanwhile, or it is another user's
        return False


def _leads_to(link: str, target: str) -> bool:
    try:
        return os.readlink(link) == target  # noqa: PTH115 - a hundred times a process: no Path
    except OSError:  # closed meanwhile
        return False


def _name_of(process: int) -> str:
    try:
        return (PROCESSES / str(process) / "comm").read_text(encoding="utf-8").strip()
    except OSError:  # ended meanwhile
        return str(process)
