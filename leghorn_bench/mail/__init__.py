"""What the bench is written and writes: e-mail in and out."""
