"""What the lock files promise: exact versions, a hash for every file, no index address."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "packaging" / name for name in ("requirements.lock", "requirements-dev.lock")]


def pinned(lock: Path) -> dict[str, str]:
    """Package to exact version."""
    found = re.findall(
        r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)", lock.read_text(), re.MULTILINE
    )
    return dict(found)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links| @ ", lock.read_text())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_version_is_exact_and_has_its_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-zA-Z0-9])", lock.read_text().strip())
    assert len(entries) > 15
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_what_the_program_needs_has_one_version_in_both_locks() -> None:
    run, dev = map(pinned, LOCKS)
    assert run.items() <= dev.items()


def test_every_dependency_that_is_declared_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[^a-z0-9-]", line)[0] for line in project["dependencies"]}
    assert names <= set(pinned(LOCKS[0]))


def test_pyside_is_a_version_that_does_not_steal_references() -> None:
    assert pinned(LOCKS[0])["pyside6-essentials"].startswith("6.11.")
