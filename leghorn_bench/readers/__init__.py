"""What the bench hears: frame decoders, the serial link, discovery, recorder and player."""
