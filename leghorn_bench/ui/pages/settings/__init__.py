"""Settings: the company, its people, tariffs and rules, and the choices of this bench."""
