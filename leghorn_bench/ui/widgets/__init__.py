"""The house's widgets: what pages are composed of."""
