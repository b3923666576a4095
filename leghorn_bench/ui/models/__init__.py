"""Table models that are told their rows by a function."""
