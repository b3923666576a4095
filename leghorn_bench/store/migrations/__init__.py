"""The steps from each version of the file to the next; every one is frozen and tested."""
