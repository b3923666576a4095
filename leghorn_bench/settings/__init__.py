"""What this person chose on this computer: one frozen value, one file, one function that writes."""
