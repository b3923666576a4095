"""What the bench says: one gettext catalogue for screens, papers and errors."""
