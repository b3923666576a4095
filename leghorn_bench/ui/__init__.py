"""What the bench shows: the window, its pages, dialogs, widgets and workers."""
