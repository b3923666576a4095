"""Composition root: settings, store, readers, services, window."""


def main() -> int:
    """Start the program."""
    return 0
