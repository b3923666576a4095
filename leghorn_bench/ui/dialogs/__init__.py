"""The few windows that ask before anything else goes on."""
