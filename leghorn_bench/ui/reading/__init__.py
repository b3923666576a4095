"""The readers as the window has them: at work on threads, searched for, heard and shown."""
