"""Compile every resources/translations/LANGUAGE/*.po into one catalogue a language."""

import errno
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from leghorn_bench.resources import resource_path
from leghorn_bench.texts.catalogue import compiled_file


def merged(folder: Path) -> Catalog:
    """All ``*.po`` of ``folder`` as one catalogue.

    Raises:
        ValueError: two files translate the same text differently.
    """
    whole = Catalog(locale=folder.name)
    for source in sorted(folder.glob("*.po")):
        with source.open("rb") as stream:
            for message in read_po(stream, locale=folder.name):
                if not message.id or message.fuzzy or not message.string:
                    continue
                known = whole.get(message.id, message.context)
                if known is not None and known.string != message.string:
                    raise ValueError(
                        f"{source}: {message.id!r} is {message.string!r} here,"
                        f" {known.string!r} in another file"
                    )
                whole.add(message.id, message.string, context=message.context, flags=message.flags)
    return whole


def compile_language(folder: Path) -> bytes:
    """Compile ``folder`` into its ``.mo``; gives the file's bytes, also where it cannot be kept."""
    stream = BytesIO()
    write_mo(stream, merged(folder))
    target = compiled_file(folder)
    try:
        target.parent.mkdir(exist_ok=True)
        # Whole or not at all: another process may be reading the old one.
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as fresh:
            fresh.write(stream.getvalue())
        Path(fresh.name).replace(target)
        target.chmod(0o644)
    except OSError as refusal:
        # Where only the administrator may write, the words are kept in memory alone.
        if refusal.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise
    return stream.getvalue()


def main() -> int:
    """Compile all languages."""
    for folder in sorted(resource_path("translations").iterdir()):
        if folder.is_dir():
            compile_language(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
