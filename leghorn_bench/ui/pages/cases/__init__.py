"""Cases: the list of what waits, and the page of one case."""
