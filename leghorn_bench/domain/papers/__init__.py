"""What stands on each paper: plain values with every sum made, ready to be laid out."""
