"""Draw the gallery in both looks, both languages and both scales: screenshots.py [FOLDER]."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

FOLDER = Path("packaging/build/screenshots")
SCALES = ("1", "2")


def draw(folder: Path, scale: str) -> None:
    """Draw everything at the scale that this process was started with."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the scale is set

    from leghorn_bench.texts.screen import speak  # noqa: PLC0415
    from leghorn_bench.ui import gallery, gallery_lists  # noqa: PLC0415
    from leghorn_bench.ui.gallery_window import gallery_window  # noqa: PLC0415
    from leghorn_bench.ui.theme import dress, in_fusion, load_fonts  # noqa: PLC0415
    from leghorn_bench.ui.tokens import DARK, LIGHT  # noqa: PLC0415

    app = QApplication(in_fusion("screenshots"))
    load_fonts()
    languages = {"it": gallery.italian, "en": gallery.english, "stretched": gallery.stretched}
    for tokens, (language, say) in product((LIGHT, DARK), languages.items()):
        if language == "stretched" and (tokens.dark or scale != "1"):
            continue
        look = "dark" if tokens.dark else "light"
        dress(app, tokens)
        speak("en" if language == "en" else "it")
        for sheet in gallery_lists.ALL_SHEETS:
            window = gallery_window(sheet, say)
            window.show()
            app.processEvents()
            window.grab().save(str(folder / f"{sheet.name}-{language}-{look}-{scale}00.png"))
            window.close()
            window.deleteLater()
        for number, dialog in enumerate(gallery_lists.dialogs(say)):
            dialog.show()
            app.processEvents()
            dialog.grab().save(str(folder / f"dialog{number}-{language}-{look}-{scale}00.png"))
            dialog.close()


def main() -> int:
    """Draw at every scale, each in its own process, because Qt takes the scale at its start."""
    if len(sys.argv) == 3:  # noqa: PLR2004 - program, folder, scale
        draw(Path(sys.argv[1]), sys.argv[2])
        return 0
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "PYTHONPATH": ".",
        }
        for script in (Path(__file__), Path(__file__).with_name("screenshots_bench.py")):
            drawn = [sys.executable, str(script), str(folder), scale]
            subprocess.run(drawn, env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
