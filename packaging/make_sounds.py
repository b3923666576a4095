"""Make the three sounds of resources/sounds, which are committed: this is where they come from."""

import math
import struct
import wave
from pathlib import Path

RATE = 16000
TONES = {
    # (hertz, seconds): up for accepted, one low note for repeated, two falling for refused.
    "accepted": ((880, 0.06), (1320, 0.09)),
    "repeated": ((660, 0.07),),
    "refused": ((330, 0.12), (0, 0.04), (220, 0.2)),
}


def samples(tones: tuple[tuple[int, float], ...]) -> bytes:
    """The sound as 16-bit samples, each tone swelling and fading so that it does not click."""
    values = []
    for hertz, seconds in tones:
        count = int(RATE * seconds)
        for at in range(count):
            swell = min(1.0, at / 80, (count - at) / 320)
            values.append(int(14000 * swell * math.sin(2 * math.pi * hertz * at / RATE)))
    return struct.pack(f"<{len(values)}h", *values)


for name, tones in TONES.items():
    with wave.open(str(Path("resources/sounds") / f"{name}.wav"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples(tones))
