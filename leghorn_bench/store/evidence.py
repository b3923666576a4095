"""Bytes of photos and documents, kept once under their SHA-256: files beside the file, or rows."""

import os
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from leghorn_bench.domain.storage_errors import EvidenceGone, EvidenceNotKept
from leghorn_bench.store.engine import Store


def evidence_folder(store: Store) -> Path | None:
    """Where the files lie: beside the database file; None on a server, which keeps rows."""
    return None if store.folder is None else folder_beside(Path(store.name))


def folder_beside(database: Path) -> Path:
    """The folder of the evidence of a database file."""
    return database.parent / f"{database.stem}-evidence"


def _place(folder: Path, digest: str) -> Path:
    return folder / digest[:2] / digest


def keep(store: Store, content: bytes) -> str:
    """Keep ``content``; gives its SHA-256 in hex. The same bytes are kept once.

    Raises:
        EvidenceNotKept: the disk is full or the folder cannot be written; nothing was recorded.
    """
    digest = sha256(content).hexdigest()
    folder = evidence_folder(store)
    if folder is None:
        store.execute(
            "INSERT INTO evidence_bytes (sha256, content) VALUES (?, ?)"
            " ON CONFLICT (sha256) DO NOTHING",
            (digest, content),
        )
        return digest
    target = _place(folder, digest)
    try:
        if _found(store, digest) != content:
            _write_whole(target, content)
    except OSError as refused:
        raise EvidenceNotKept(path=folder, reason=refused.strerror or refused) from refused
    return digest


def _write_whole(target: Path, content: bytes) -> None:
    # Written beside and renamed, so that a file under its hash is always whole.
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, prefix=".new-", delete=False) as stream:
        beside = Path(stream.name)
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        except OSError:
            beside.unlink()
            raise
    beside.replace(target)


def content_of(store: Store, digest: str) -> bytes:
    """The bytes under a SHA-256.

    Raises:
        EvidenceGone: the file is missing (fact ``missing``), or is no longer what it was.
    """
    content = _found(store, digest)
    if content is None or sha256(content).hexdigest() != digest:
        place = evidence_folder(store) or store.name
        raise EvidenceGone(digest=digest[:12], place=place, missing=content is None)
    return content


def _found(store: Store, digest: str) -> bytes | None:
    folder = evidence_folder(store)
    if folder is None:
        row = store.row("SELECT content FROM evidence_bytes WHERE sha256 = ?", (digest,))
        return None if row is None else bytes(row[0])
    try:
        return _place(folder, digest).read_bytes()
    except FileNotFoundError:
        return None
