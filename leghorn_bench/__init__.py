"""The repair bench of a maker of electronic seals."""
