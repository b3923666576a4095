"""Shipping: devices that are ready are packed by scanning, and leave with all their papers."""
