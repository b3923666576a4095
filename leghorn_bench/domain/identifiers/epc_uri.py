"""EPC addresses: ``urn:epc:tag:…`` as a tag holds it, ``urn:epc:id:…`` as its pure identity."""

import re

from leghorn_bench.domain.identifiers.epc import Epc
from leghorn_bench.domain.identifiers.epc_fields import plain_text
from leghorn_bench.domain.identifiers.epc_schemes import BY_NAME, SCHEMES, Content, Scheme
from leghorn_bench.domain.identifiers.errors import NotCanonicalEpc, NotEpcUri, shown

_ADDRESS = re.compile(r"urn:epc:(?P<of>id|tag):(?P<name>[a-z0-9-]+):(?P<rest>.+)", re.IGNORECASE)


def epc_of_tag_uri(text: str) -> Epc:
    """The EPC that ``urn:epc:tag:…`` names.

    Raises:
        NotEpcUri: not such an address, or one that its scheme cannot hold.
    """
    found = _ADDRESS.fullmatch(text)
    scheme = BY_NAME.get(found["name"].lower()) if found else None
    if found is None or scheme is None or found["of"].lower() != "tag":
        raise NotEpcUri(found=shown(text))
    rest, filter_value = found["rest"], 0
    if scheme.partitioned:
        head, _, rest = rest.partition(".")
        if not re.fullmatch("[0-7]", head):
            raise NotEpcUri(found=shown(text))
        filter_value = int(head)
    epc = _held(scheme, filter_value, rest)
    if epc is None:
        raise NotEpcUri(found=shown(text))
    return epc


def epc_of_pure_uri(text: str) -> Epc:
    """The EPC that ``urn:epc:id:…`` names, in the first scheme that holds it and with filter 0.

    Filter and scheme are not part of the identity: the memory of the tag cannot be told from it.

    Raises:
        NotEpcUri: not such an address, or one that no scheme can hold.
    """
    found = _ADDRESS.fullmatch(text)
    if found is None or found["of"].lower() != "id":
        raise NotEpcUri(found=shown(text))
    for scheme in SCHEMES:
        if scheme.family == found["name"].lower():
            epc = _held(scheme, 0, found["rest"])
            if epc is not None:
                return epc
    raise NotEpcUri(found=shown(text))


def _held(scheme: Scheme, filter_value: int, dotted: str) -> Epc | None:
    """The EPC when ``scheme`` can hold the parts that ``dotted`` names."""
    named = sum(field.content is not Content.RESERVED for field in scheme.layouts[0])
    parts = [plain_text(part) for part in dotted.split(".", named - 1)]
    if any(part is None for part in parts):
        return None
    epc = Epc(scheme, filter_value, tuple(part for part in parts if part is not None))
    try:
        epc.hexadecimal  # noqa: B018 - what cannot be written on a tag is no such EPC
    except NotCanonicalEpc:
        return None
    return epc
