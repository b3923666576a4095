"""What the bench hears: sans-I/O frame decoders, the serial link, discovery, recorder and player."""
