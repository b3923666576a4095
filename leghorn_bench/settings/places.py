"""Where the bench keeps things, which database it opens and which language it speaks."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leghorn_bench.settings.values import BenchSettings

HOME_VARIABLE = "LEGHORN_BENCH_HOME"
DATABASE_VARIABLE = "LEGHORN_BENCH_DATABASE"
LANGUAGE_VARIABLE = "LEGHORN_BENCH_LANGUAGE"


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one person's bench; nothing is created by naming it."""

    data: Path
    """Database, evidence, archive: what is backed up."""
    config: Path
    """The settings file."""

    @property
    def settings_file(self) -> Path:
        """The choices of this person."""
        return self.config / "settings.json"

    @property
    def database_file(self) -> Path:
        """The embedded database, where no other is named."""
        return self.data / "bench.db"

    @property
    def unrecorded(self) -> Path:
        """What is written on the screen and not on file yet."""
        return self.data / "unrecorded"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.data / "backups"


def home(environment: Mapping[str, str] = os.environ) -> Home:
    """Where this person's bench lives.

    ``LEGHORN_BENCH_HOME`` puts everything under one folder (tests, the demo, a USB stick);
    otherwise it is where the system keeps such things, e.g. ``~/.local/share/leghorn-bench``.
    """
    if named := environment.get(HOME_VARIABLE):
        folder = Path(named).expanduser().absolute()
        return Home(data=folder, config=folder)
    from platformdirs import PlatformDirs  # noqa: PLC0415 - 17 ms that a named home need not pay

    own = PlatformDirs("leghorn-bench", appauthor=False)
    return Home(data=own.user_data_path, config=own.user_config_path)


def database_url(
    given: str | None,
    settings: BenchSettings,
    place: Home,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """The database to open: the one given, then the variable's, the settings', the own file."""
    named = given or environment.get(DATABASE_VARIABLE) or settings.database
    return named or f"sqlite:///{place.database_file.as_posix()}"


def screen_language(settings: BenchSettings, environment: Mapping[str, str] = os.environ) -> str:
    """The language that this person reads: variable, settings, system; Italian where in doubt."""
    if (named := environment.get(LANGUAGE_VARIABLE, "")[:2].lower()) in ("it", "en"):
        return named
    if settings.language is not None:
        return settings.language
    system = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environment.get(n))), "")
    return "en" if system.startswith("en") else "it"
