"""One module a reader dialect: bytes in, events out, commands as bytes.

To add one: a decoder that says where its frames start, how long a valid one is and what it means
(``readers/framing.py``, or ``readers/lines.py`` for text), a simulated reader, and a ``DIALECT``;
then its name in ``readers/registry.py``, its frames in ``tests/data/vectors/frames.json``, and a
few of its tags in ``tests/readers/dialects/test_every_dialect.py``, which tests all the rest.
"""
