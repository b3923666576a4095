"""Papers on their way to a printer of the system."""
