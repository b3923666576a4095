"""Receiving: a parcel is unpacked by scanning, and held against what was announced."""
