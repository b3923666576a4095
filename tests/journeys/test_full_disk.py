"""A disk that is really full while something is saved: told, nothing half done, and it goes on.

Each story runs in a process with a mount namespace of its own, on a tmpfs of four megabytes.
"""

import shutil
import subprocess
import sys

import pytest

from tests.process import ROOT

BEGIN = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.store.check import problems
from leghorn_bench.store.opening import open_store
disk, now = Path(sys.argv[1]), datetime(2026, 3, 14, tzinfo=UTC)
stamp = Stamp("maria", now)
def fill(leaving):
    free = os.statvfs(disk)
    with (disk / "filler").open("wb") as filler:
        filler.write(bytes(max(0, free.f_bavail * free.f_frsize - leaving)))
def refusal(work):
    try:
        work()
    except BenchError as error:
        assert "{" not in str(error), error
        return type(error).__name__
    return "no refusal"
store = open_store(f"sqlite:///{disk / 'bench.db'}", now=now)
"""

EVIDENCE = """
from leghorn_bench.store.evidence import evidence_folder, keep
photo = os.urandom(200_000)
fill(leaving=50_000)
print(refusal(lambda: keep(store, photo)))
folder = evidence_folder(store)
assert not [file for file in folder.rglob("*") if file.is_file()], "a part was left"
(disk / "filler").unlink()
keep(store, photo)
"""

IMPORT = """
from leghorn_bench.services.register import import_sales
sales = disk / "sales.csv"
sales.write_text("serial,product_code\\n" + "".join(f"S{n},P\\n" for n in range(5_000)))
fill(leaving=200_000)
print(refusal(lambda: import_sales(store, sales, stamp)))
assert store.rows("SELECT COUNT(*) FROM device") == [(0,)], "a part was kept"
(disk / "filler").unlink()
sales.write_text("serial,product_code\\nS1,P\\n")
assert import_sales(store, sales, stamp).imported == 1
"""

BACKUP = """
from leghorn_bench.store.backup import copy_to
(disk / "other").mkdir()
fill(leaving=50_000)
print(refusal(lambda: copy_to(store, disk / "other" / "copy.db")))
assert not list((disk / "other").iterdir()), "a part was left"
(disk / "filler").unlink()
copy_to(store, disk / "other" / "copy.db")
"""

SETTINGS = """
from leghorn_bench.settings.file import read_settings, write_settings
from leghorn_bench.settings.values import BenchSettings
file = disk / "settings.json"
write_settings(file, BenchSettings(operator="maria"))
fill(leaving=0)
print(refusal(lambda: write_settings(file, BenchSettings(operator="ada" * 3000))))
assert read_settings(file).operator == "maria", "the settings are lost"
(disk / "filler").unlink()
write_settings(file, BenchSettings(operator="ada"))
"""

PAPER = """
from leghorn_bench.services.paper_files import save_paper
(disk / "papers").mkdir()
fill(leaving=50_000)
print(refusal(lambda: save_paper(str(disk / "papers"), "quote.pdf", os.urandom(200_000))))
assert not list((disk / "papers").iterdir()), "a part was left"
(disk / "filler").unlink()
save_paper(str(disk / "papers"), "quote.pdf", b"whole")
"""

END = """
assert list(problems(store)) == []
store.close()
"""

IN_ITS_OWN_NAMESPACE = ("unshare", "--map-root-user", "--mount")
MOUNT = 'mount -t tmpfs -o size=4m tmpfs "$1" && exec "$2" -c "$3" "$1"'


@pytest.fixture(scope="session")
def _own_mounts() -> None:
    if (
        shutil.which("unshare") is None
        or subprocess.run(
            [*IN_ITS_OWN_NAMESPACE, "true"], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("this system lets no ordinary process mount a small disk of its own")


@pytest.mark.usefixtures("_own_mounts")
@pytest.mark.parametrize(
    ("story", "told"),
    [
        (EVIDENCE, "EvidenceNotKept"),
        (IMPORT, "DiskFull"),
        (BACKUP, "DiskFull"),
        (SETTINGS, "SettingsUnreachable"),
        (PAPER, "PaperNotSaved"),
    ],
    ids=["evidence", "import", "backup", "settings", "paper"],
)
def test_a_full_disk_is_told_and_nothing_is_half_done(
    story: str, told: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    disk = tmp_path_factory.mktemp("disk")
    done = subprocess.run(
        [
            *IN_ITS_OWN_NAMESPACE,
            *("sh", "-c", MOUNT, "sh", str(disk), sys.executable, BEGIN + story + END),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == told
