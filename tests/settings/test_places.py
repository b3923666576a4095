"""Where the bench keeps things, which database it opens and which language it speaks."""

from pathlib import Path
from typing import Literal

import pytest

from leghorn_bench.settings.places import database_url, home, screen_language
from leghorn_bench.settings.values import BenchSettings


def test_a_named_home_holds_everything(tmp_path: Path) -> None:
    place = home({"LEGHORN_BENCH_HOME": str(tmp_path)})
    assert place.settings_file.parent == place.database_file.parent == tmp_path


def test_without_a_name_the_home_is_the_persons_own() -> None:
    assert "leghorn-bench" in str(home({}).database_file)


def test_the_nearest_word_names_the_database(tmp_path: Path) -> None:
    place = home({"LEGHORN_BENCH_HOME": str(tmp_path)})
    variable = {"LEGHORN_BENCH_DATABASE": "sqlite:///variable.db"}
    chosen = BenchSettings(database="sqlite:///chosen.db")
    assert database_url("sqlite:///given.db", chosen, place, variable) == "sqlite:///given.db"
    assert database_url(None, chosen, place, variable) == "sqlite:///variable.db"
    assert database_url(None, chosen, place, {}) == "sqlite:///chosen.db"
    assert database_url(None, BenchSettings(), place, {}) == f"sqlite:///{tmp_path}/bench.db"


@pytest.mark.parametrize(
    ("chosen", "environment", "spoken"),
    [
        (None, {}, "it"),
        (None, {"LANG": "C.UTF-8"}, "it"),
        (None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "en_GB.UTF-8", "LC_ALL": "it_IT.UTF-8"}, "it"),
        (None, {"LANG": "de_DE.UTF-8"}, "it"),
        ("it", {"LANG": "en_GB.UTF-8"}, "it"),
        ("en", {}, "en"),
        ("en", {"LEGHORN_BENCH_LANGUAGE": "it"}, "it"),
        ("it", {"LEGHORN_BENCH_LANGUAGE": "en_US"}, "en"),
        ("en", {"LEGHORN_BENCH_LANGUAGE": "klingon"}, "en"),
    ],
)
def test_the_screens_speak_the_persons_language_and_italian_in_doubt(
    chosen: Literal["it", "en"] | None, environment: dict[str, str], spoken: str
) -> None:
    settings = BenchSettings(language=chosen)
    assert screen_language(settings, environment) == spoken
