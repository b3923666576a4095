"""Compile every resources/translations/LANGUAGE/*.po into one catalogue a language."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from leghorn_bench.resources import resource_path
from leghorn_bench.texts.catalogue import DOMAIN


def compile_language(folder: Path) -> Path:
    """Merge the ``*.po`` of ``folder`` into its ``.mo``; gives the file written.

    Raises:
        ValueError: two files translate the same text differently.
    """
    merged = Catalog(locale=folder.name)
    for source in sorted(folder.glob("*.po")):
        with source.open("rb") as stream:
            for message in read_po(stream, locale=folder.name):
                known = merged.get(message.id, message.context) if message.id else None
                if not message.id or message.fuzzy or not message.string:
                    continue
                if known is not None and known.string != message.string:
                    raise ValueError(
                        f"{source}: {message.id!r} is {message.string!r} here,"
                        f" {known.string!r} in another file"
                    )
                merged.add(message.id, message.string, context=message.context, flags=message.flags)
    target = folder / "LC_MESSAGES" / f"{DOMAIN}.mo"
    target.parent.mkdir(exist_ok=True)
    with target.open("wb") as stream:
        write_mo(stream, merged)
    return target


def main() -> int:
    """Compile all languages."""
    for folder in sorted(resource_path("translations").iterdir()):
        if folder.is_dir():
            compile_language(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
