"""What the bench prints: the papers as PDF; every sum is made before."""
