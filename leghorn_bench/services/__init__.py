"""What the bench does: one use case a function, one transaction each."""
