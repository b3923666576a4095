"""What the barest window that is painted and takes text takes of the memory."""

import json
import os
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow


def resident() -> float:
    """Resident memory of this process, MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Show it, and say how much that took."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(QLineEdit())
    window.show()
    window.grab()
    app.processEvents()
    print(json.dumps({"megabytes": resident()}))


if __name__ == "__main__":
    main()
