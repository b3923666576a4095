"""The register: every unit, customer and paper on file, and the notices on them."""
