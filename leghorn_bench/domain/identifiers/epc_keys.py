"""The GS1 keys that an EPC stands for: GTIN and serial, SSCC, GRAI, GIAI and so on."""

from leghorn_bench.domain.identifiers.check_digit import check_digit
from leghorn_bench.domain.identifiers.epc import Epc


def gtin_of(epc: Epc) -> str | None:
    """GTIN-14 of an SGTIN; None for another scheme."""
    if epc.scheme.family != "sgtin":
        return None
    company, item, _ = epc.parts
    return _checked(f"{item[0]}{company}{item[1:]}")


def element_string_of(epc: Epc) -> str | None:
    """``(01)80614141123458(21)6789``: the EPC as a label prints it; None for a GID."""
    company, item, serial = (*epc.parts, "")[:3]
    match epc.scheme.family:
        case "sgtin":
            printed = f"(01){gtin_of(epc)}(21){serial}"
        case "sscc":
            printed = f"(00){_checked(item[0] + company + item[1:])}"
        case "sgln":
            extension = "" if serial == "0" else f"(254){serial}"
            printed = f"(414){_checked(company + item)}{extension}"
        case "grai":
            printed = f"(8003)0{_checked(company + item)}{serial}"
        case "giai":
            printed = f"(8004){company}{item}"
        case "gsrn":
            printed = f"(8018){_checked(company + item)}"
        case "gsrnp":
            printed = f"(8017){_checked(company + item)}"
        case "gdti":
            printed = f"(253){_checked(company + item)}{serial}"
        case _:
            return None
    return printed


def _checked(payload: str) -> str:
    return payload + check_digit(payload)
