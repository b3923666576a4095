"""What the world does to the database and to the files beside it."""

from leghorn_bench.domain.errors import BenchError


class DatabaseAddressUnknown(BenchError):
    """The address names no kind of database that the bench knows."""

    sentence = (
        "The database address {url} is not understood: expected sqlite:///path/to/file or"
        " postgresql://user@host/database."
    )


class DatabaseMissing(BenchError):
    """There is no such database file."""

    sentence = "There is no database file {path}. Check the address, or import sales to begin one."


class DatabaseForeign(BenchError):
    """The file belongs to another program."""

    sentence = (
        "{path} is a database of another program. Nothing in it was changed; choose another file."
    )


class DatabaseNewer(BenchError):
    """A newer program has changed the shape of the file."""

    sentence = (
        "{path} was written by a newer version of this program (step {step}). Nothing in it was"
        " changed; start the newer version, or open a backup: {backups}."
    )


class DatabaseDamaged(BenchError):
    """The file is no database, or parts of it are broken."""

    sentence = (
        "The database file {path} is damaged ({found}). Nothing in it was changed; open a backup"
        " instead: {backups}."
    )


class DatabaseUnreachable(BenchError):
    """The file cannot be opened, or the server does not answer."""

    sentence = (
        "The database {path} cannot be reached ({reason}). Check that it exists, that you may read"
        " and write it, and that its server runs."
    )


class DatabaseBusy(BenchError):
    """Somebody else has been writing for longer than the bench waits."""

    sentence = "The database is being written by somebody else. Nothing was changed; try again."


class DiskFull(BenchError):
    """There is no room left where the data lie."""

    sentence = "The disk with the data is full. Nothing was changed; make room, then try again."


class RecordMissing(BenchError):
    """A record that something points at is not on file."""

    sentence = "Expected on file: {table}, number {id}; it is not there. Start again."


class RecordChanged(BenchError):
    """Somebody saved a newer version meanwhile; facts ``mine`` and ``theirs`` are the records."""

    sentence = (
        "Somebody else has changed this meanwhile ({table}). Nothing was overwritten; look at the"
        " newer version, then do it again."
    )


class RecordExists(BenchError):
    """Something of which there may be only one is on file already."""

    sentence = (
        "This is on file already ({table}: {found}). Nothing was changed; use the one on file."
    )


class EvidenceNotKept(BenchError):
    """A photo or document cannot be written."""

    sentence = (
        "The photo or document could not be kept in {path} ({reason}). Nothing was recorded; make"
        " room or check the folder, then record it again."
    )


class EvidenceGone(BenchError):
    """A photo or document that is on record cannot be found, or is not what it was."""

    sentence = (
        "The photo or document {digest} is missing or changed in {place}. Restore it from a backup."
    )


class PaperDamaged(BenchError):
    """The bytes of an issued paper were changed."""

    sentence = (
        "The stored {kind} {label} is no longer what was issued: its hash differs. Restore it from"
        " a backup."
    )


class BackupNeedsServer(BenchError):
    """The data lie on a server."""

    sentence = (
        "The database {database} lies on a server: expected a file. Let the server's own tool keep"
        " the copy (pg_dump)."
    )


class VersionsUndecided(BenchError):
    """What was typed here and what another station wrote wait for a person to choose."""

    sentence = (
        "Another station has changed this parcel meanwhile: choose first which version stands, "
        "“Record mine over it” or “Take what is on file”."
    )
