"""The parts around the page: rail, top bar, foot."""
