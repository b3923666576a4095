"""A real PostgreSQL server for the tests: started once a run, thrown away after it."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

INSTALL = "apt-get install -y --no-install-recommends postgresql"
# What a crash would lose is thrown away anyhow.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens on this computer alone and asks nobody for a password."""

    programs: Path
    folder: Path
    port: int

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://bench@127.0.0.1:{self.port}/{database}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs, which refuse to be run by root."""
        done = subprocess.run(
            [self.programs / program, "--pgdata", self.folder / "data", *arguments],
            cwd=self.folder,
            user=owner(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()

    def execute(self, statement: str) -> None:
        """Run one statement outside any transaction."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


def owner() -> str | None:
    """Who runs the server: the person, or in root's place the account that Debian made for it."""
    if os.geteuid() != 0:
        return None
    return next(
        name for name in ("postgres", "nobody") if name in {p.pw_name for p in pwd.getpwall()}
    )


def programs() -> Path | None:
    """The folder of the newest server installed."""
    on_path = shutil.which("initdb")
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3])
    )
    found = Path(on_path) if on_path else installed[-1] if installed else None
    return found.resolve().parent if found else None


def free_port() -> int:
    """A TCP port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A running server; each worker of a parallel run has its own."""
    where = programs()
    if where is None:
        pytest.skip(f"no PostgreSQL server on this computer: {INSTALL}")
    # Not below pytest's own folder, which only the caller may enter.
    folder = Path(tempfile.mkdtemp(prefix="leghorn-pg-"))
    if (name := owner()) is not None:
        shutil.chown(folder, name)
    server = Server(where, folder, free_port())
    try:
        server.run(
            "initdb",
            "--auth=trust",
            "--username=bench",
            "--encoding=UTF8",
            "--no-sync",
            "--no-locale",
        )
        options = f"-p {server.port} -c listen_addresses=127.0.0.1 -k {folder} {QUICK}"
        server.run("pg_ctl", "start", "--wait", "--options", options, "--log", f"{folder}/log")
        yield server
        server.run("pg_ctl", "stop", "--mode=immediate")
    finally:
        shutil.rmtree(folder)


_numbers = count(1)


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> Iterator[str]:
    """The address of an empty database, for one test."""
    name = f"bench{next(_numbers)}"
    postgresql_server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    yield postgresql_server.url(name)
    postgresql_server.execute(f"DROP DATABASE {name} WITH (FORCE)")
