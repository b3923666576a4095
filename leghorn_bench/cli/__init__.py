"""The headless verbs: night jobs, support and tests do without a window what the bench does."""
