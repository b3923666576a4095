"""The bench: a scanned device, its verdict, its case."""
