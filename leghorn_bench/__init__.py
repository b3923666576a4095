"""The repair bench of a maker of electronic seals."""

__version__ = "0.1.0"
