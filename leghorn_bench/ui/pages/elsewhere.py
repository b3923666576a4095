"""Labels of the house that open something of their own, whatever page is in front."""

from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.ui.scan_bus import Scan

_ELSEWHERE = frozenset({Kind.CASE, Kind.OPERATOR})


def opens_elsewhere(scan: Scan) -> bool:
    """Whether the scan names a case or a person: such a page leaves it to the window.

    Raises:
        IdentifierRefused: the text cannot be an identifier.
    """
    return scan.tag is None and interpret(scan.text).kind in _ELSEWHERE
