"""Evidence is kept whole or not at all, and a check finds whatever is wrong."""

import errno
import os
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from leghorn_bench.domain.records.cases import Case, Evidence
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.problem import ProblemKind
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.storage_errors import (
    BackupNeedsServer,
    DatabaseUnreachable,
    EvidenceGone,
    EvidenceNotKept,
)
from leghorn_bench.services.care import back_up, check
from leghorn_bench.store.engine import Store
from leghorn_bench.store.evidence import content_of, evidence_folder, keep
from leghorn_bench.store.numbering import next_number
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add
from tests.store.conftest import NOW

PHOTO = b"\xff\xd8 a photo"


def kept(store: Store, stamp: Stamp, content: bytes = PHOTO) -> Evidence:
    with store.transaction():
        digest = keep(store, content)
        record = Evidence(
            sha256=digest,
            filename="front.jpg",
            media_type="image/jpeg",
            size_bytes=len(content),
            added_at=stamp.at,
            added_by=stamp.who,
        )
        return add(store, record, stamp)


def kinds(store: Store) -> list[ProblemKind]:
    return [problem.kind for problem in check(store)]


def test_what_was_kept_is_read_back_and_kept_once(store: Store, stamp: Stamp) -> None:
    first, second = kept(store, stamp), kept(store, stamp)
    assert first.sha256 == second.sha256 == sha256(PHOTO).hexdigest()
    assert content_of(store, first.sha256) == PHOTO
    assert kinds(store) == []


def the_file(store: Store) -> Path:
    folder = evidence_folder(store)
    assert folder is not None
    (path,) = (found for found in folder.rglob("*") if found.is_file())
    return path


@pytest.fixture
def file_store(sqlite_url: str) -> Store:
    return open_store(sqlite_url, now=NOW)


def test_a_photo_that_is_gone_is_told_and_found_by_the_check(
    file_store: Store, stamp: Stamp
) -> None:
    photo = kept(file_store, stamp)
    the_file(file_store).unlink()
    with pytest.raises(EvidenceGone):
        content_of(file_store, photo.sha256)
    assert kinds(file_store) == [ProblemKind.EVIDENCE_MISSING]
    file_store.close()


def test_a_photo_that_was_changed_is_found_and_mended_by_keeping_it_again(
    file_store: Store, stamp: Stamp
) -> None:
    kept(file_store, stamp)
    the_file(file_store).write_bytes(b"another")
    assert kinds(file_store) == [ProblemKind.EVIDENCE_CHANGED]
    keep(file_store, PHOTO)
    assert kinds(file_store) == []
    file_store.close()


def test_a_folder_that_cannot_be_written_is_told(file_store: Store) -> None:
    folder = evidence_folder(file_store)
    assert folder is not None
    folder.write_text("a file in the folder's place")
    with pytest.raises(EvidenceNotKept):
        keep(file_store, PHOTO)
    file_store.close()


def issue(store: Store, stamp: Stamp, content: bytes = b"%PDF-1.4") -> StoredPaper:
    with store.transaction():
        number = next_number(store, "quote", 2026)
        paper = StoredPaper(
            kind="quote",
            year=2026,
            number=number,
            label=f"{number}/2026",
            issued_on=date(2026, 3, 14),
            issued_at=stamp.at,
            issued_by=stamp.who,
            language="it",
            sha256=sha256(content).hexdigest(),
        )
        return add(store, paper, stamp, pdf=content)


def test_papers_numbers_and_trail_that_are_whole_give_no_problem(
    store: Store, stamp: Stamp
) -> None:
    for _ in range(3):
        issue(store, stamp)
    assert kinds(store) == []


@pytest.mark.parametrize(
    ("tampering", "kind"),
    [
        ("UPDATE paper SET pdf = sha256 WHERE number = 2", ProblemKind.PAPER_CHANGED),
        ("DELETE FROM paper WHERE number = 2", ProblemKind.NUMBER_MISSING),
        ("UPDATE number_series SET last = 2 WHERE kind = 'quote'", ProblemKind.NUMBER_MISSING),
        ("UPDATE audit_event SET what = 'read' WHERE number = 2", ProblemKind.TRAIL_BROKEN),
    ],
)
def test_tampering_is_found(store: Store, stamp: Stamp, tampering: str, kind: ProblemKind) -> None:
    for _ in range(3):
        issue(store, stamp)
    if "pdf" in tampering:
        store.execute("UPDATE paper SET pdf = ? WHERE number = 2", (b"forged",))
    else:
        store.execute(tampering)
    assert kinds(store) == [kind]


def test_a_link_to_nothing_is_found(file_store: Store) -> None:
    file_store.execute("PRAGMA foreign_keys = 0")
    file_store.execute(
        "INSERT INTO identifier (device_id, kind, value) VALUES (99, 'serial', 'GHOST')"
    )
    assert kinds(file_store) == [ProblemKind.LINK_BROKEN]
    file_store.close()


def test_a_broken_page_is_found(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url, now=NOW)
    store.execute("INSERT INTO setting (version, key, value) VALUES (1, 'k', ?)", ("x" * 99_999,))
    store.close()
    path = tmp_path / "bench.db"
    content = bytearray(path.read_bytes())
    content[-4096 * 20 : -4096] = b"\x5a" * (4096 * 19)
    path.write_bytes(content)
    store = open_store(sqlite_url, now=NOW)
    assert set(kinds(store)) == {ProblemKind.FILE_DAMAGED}
    store.close()


def test_a_copy_is_whole_while_others_write(file_store: Store, stamp: Stamp) -> None:
    issue(file_store, stamp)
    path = back_up(file_store, now=NOW)
    assert path.name == "bench-20260314-093000.db"
    copy = open_store(f"sqlite:///{path}", now=NOW, create=False)
    assert kinds(copy) == []
    assert copy.rows("SELECT label FROM paper") == [("1/2026",)]
    copy.close()
    file_store.close()


def test_a_copy_has_the_evidence_too(
    file_store: Store, stamp: Stamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(file_store, stamp)
    first = back_up(file_store, now=NOW)

    def other_disk(*_paths: Path) -> None:
        raise OSError(errno.EXDEV, "another disk")

    with monkeypatch.context() as patched:
        patched.setattr(os, "link", other_disk)
        second = back_up(file_store, now=NOW + timedelta(days=1))
    the_file(file_store).unlink()
    for path in (first, second):
        copy = open_store(f"sqlite:///{path}", now=NOW, create=False)
        assert kinds(copy) == []
        copy.close()
    file_store.close()


def test_the_number_of_an_opening_that_was_undone_is_no_problem(store: Store, stamp: Stamp) -> None:
    with store.transaction():
        next_number(store, "case", 2026)
        add(store, Case(number=f"2026-{next_number(store, 'case', 2026):05d}"), stamp)
    assert kinds(store) == []
    with store.transaction():
        add(store, Case(number="2026-00099"), stamp)
    assert kinds(store) == [ProblemKind.NUMBER_MISSING]


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(
    file_store: Store, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(DatabaseUnreachable):
        back_up(file_store, now=NOW, target=tmp_path / "taken" / "copy.db")
    file_store.close()


@pytest.mark.postgresql
def test_a_server_keeps_its_own_copies(postgresql_url: str) -> None:
    store = open_store(postgresql_url, now=NOW)
    with pytest.raises(BackupNeedsServer):
        back_up(store, now=NOW)
    store.close()
