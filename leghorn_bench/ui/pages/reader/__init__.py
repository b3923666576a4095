"""The readers' page: which there are, how they are, what they hear, and a simulated one."""
