"""The settings file: read at the start, written whole and at once, set aside when it is damaged."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.values import BenchSettings

if TYPE_CHECKING:
    from datetime import datetime


class SettingsDamaged(BenchError):
    """The settings file is not one that this program wrote."""

    sentence = (
        "The settings file {path} cannot be read ({found} instead of {expected}). Mend it, or "
        "rename it to start with fresh settings; nothing in it was changed."
    )


class SettingsUnreachable(BenchError):
    """The settings file cannot be read or written at all."""

    sentence = (
        "The settings file {path} cannot be reached ({reason}). Check that its folder exists, "
        "that it belongs to you and that the disk is not full."
    )


def read_settings(path: Path) -> BenchSettings:
    """The settings kept in ``path``; the first settings where there is no such file.

    Raises:
        SettingsDamaged: the file is something else; it stays as it is.
        SettingsUnreachable: the system refuses to read it.
    """
    plain = _plain(path)
    if not plain:
        return BenchSettings()
    from leghorn_bench.settings.plain import NotAsDeclared, from_plain  # noqa: PLC0415 - a file first

    try:
        return from_plain(BenchSettings, plain)
    except NotAsDeclared as wrong:
        raise SettingsDamaged(
            path=path, expected=f"{wrong.where}: {wrong.expected}", found=repr(wrong.found)[:80]
        ) from None


def write_settings(path: Path, settings: BenchSettings) -> None:
    """Replace ``path`` by ``settings``, whole or not at all; what a newer program added stays.

    Raises:
        SettingsDamaged: a damaged file is in the way; ``set_aside`` it first.
        SettingsUnreachable: the system refuses to write it.
    """
    import json  # noqa: PLC0415 - the start of the window has no use for it

    from leghorn_bench.settings.plain import to_plain  # noqa: PLC0415 - likewise

    text = json.dumps({**_plain(path), **to_plain(settings)}, indent=2, ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
        with fresh.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(path)
    except OSError as refusal:
        raise SettingsUnreachable(path=path, reason=refusal.strerror) from refusal


def set_aside(path: Path, now: "datetime") -> Path:
    """Move a damaged settings file out of the way, keeping it; gives where it is now."""
    kept = path.with_name(f"{path.stem}-damaged-{now:%Y%m%d-%H%M%S}{path.suffix}")
    path.replace(kept)
    return kept


def _plain(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as wrong:
        raise SettingsDamaged(path=path, expected="UTF-8", found=wrong) from None
    except OSError as refusal:
        raise SettingsUnreachable(path=path, reason=refusal.strerror) from refusal
    import json  # noqa: PLC0415 - at the very first start there is no file

    try:
        plain = json.loads(text)
    except ValueError as wrong:
        raise SettingsDamaged(path=path, expected="JSON", found=wrong) from None
    if not isinstance(plain, dict):
        raise SettingsDamaged(path=path, expected="{name: value}", found=repr(plain)[:80])
    return plain
