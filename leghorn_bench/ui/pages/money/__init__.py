"""The money that follows from cases: to be charged, to be given back, settled."""
