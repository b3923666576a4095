"""Walk the journeys on the real window and keep a picture of every step, in every language.

``python packaging/journey_pictures.py FOLDER [--theme dark]``: FOLDER/LANGUAGE/JOURNEY/NN-step.png.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("it", "en")
WALKED = ("test_journey_2_replacement", "test_journey_3_quote", "test_journey_4_remote")
"""Journey 1 is forty times the same step; 5 and 6 have their own pictures."""


def main() -> int:
    """Give 0 when every journey was walked to its end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    options = parser.parse_args()
    worst = 0
    for language in LANGUAGES:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "LEGHORN_JOURNEY_PICTURES": str(options.folder.absolute()),
            "LEGHORN_JOURNEY_LANGUAGE": language,
            "LEGHORN_JOURNEY_THEME": options.theme,
        }
        tests = [f"tests/journeys/{name}.py" for name in WALKED]
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", *tests]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        worst = max(worst, done.returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
