"""What tests/README.md promises exists."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
NAMED = re.compile(r"`(?P<file>[\w/]+\.py)?(?:::(?P<test>test_\w+))?`")


def test_every_test_that_the_readme_names_exists() -> None:
    file, seen = "", 0
    for found in NAMED.finditer((TESTS / "README.md").read_text(encoding="utf-8")):
        name = (found["file"] or file).removeprefix("tests/")
        if not name:
            continue
        file = name
        text = (TESTS / name).read_text(encoding="utf-8")
        assert found["test"] is None or f"def {found['test']}(" in text, found[0]
        seen += 1
    assert seen > 20
