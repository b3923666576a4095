"""Quotes and estimates that wait for their answer."""
