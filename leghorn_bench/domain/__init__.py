"""What the bench knows: warranty, coverage, origin, states, tariff, money, identifiers; pure."""
