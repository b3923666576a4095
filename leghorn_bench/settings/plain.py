"""Frozen values to plain JSON data and back, every field checked against its declared type."""

import types
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")


class NotAsDeclared(ValueError):
    """A plain value is not what its field declares."""

    def __init__(self, where: str, expected: str, found: object) -> None:
        self.where, self.expected, self.found = where or "settings", expected, found
        super().__init__(f"{self.where}: expected {expected}, found {found!r}")


def to_plain(value: Any) -> dict[str, Any]:
    """The JSON data of a dataclass instance."""
    return asdict(value)


def from_plain(kind: type[Kind], plain: object, where: str = "") -> Kind:
    """The ``kind`` (a dataclass) that ``plain`` describes; what it leaves out has its default.

    Names that ``kind`` does not have are passed over: a newer program may have written them.

    Raises:
        NotAsDeclared: a value has another type than its field, or a needed one is missing.
    """
    if not isinstance(plain, Mapping):
        raise NotAsDeclared(where, "{name: value}", plain)
    declared = get_type_hints(kind)
    prefix = f"{where}." if where else ""
    found = {
        field.name: _value(declared[field.name], plain[field.name], prefix + field.name)
        for field in fields(cast("Any", kind))
        if field.name in plain
    }
    try:
        return kind(**found)
    except TypeError:
        raise NotAsDeclared(where, ", ".join(declared), plain) from None


def _value(declared: Any, plain: object, where: str) -> Any:
    origin, parts = get_origin(declared), get_args(declared)
    match origin:
        case _ if types.NoneType in parts:
            kept = next(part for part in parts if part is not types.NoneType)
            value = None if plain is None else _value(kept, plain, where)
        case None if is_dataclass(declared):
            value = from_plain(cast("type[Any]", declared), plain, where)
        case None:
            value = _of_type(declared, plain, where)
        case _ if origin is tuple:
            items = enumerate(_of_type(list, plain, where))
            value = tuple(_value(parts[0], item, f"{where}[{n}]") for n, item in items)
        case _ if origin is Mapping:
            items = _of_type(dict, plain, where).items()
            value = {name: _value(parts[1], item, f"{where}.{name}") for name, item in items}
        case _:
            value = _one_of(parts, plain, where)
    return value


def _one_of(words: tuple[Any, ...], plain: object, where: str) -> object:
    if plain not in words:
        raise NotAsDeclared(where, " | ".join(words), plain)
    return plain


def _of_type(declared: Any, plain: object, where: str) -> Any:
    if declared is Any or (declared is float and type(plain) is int):
        return plain
    # A bool is an int to isinstance, but not to the person who wrote ``"copies": true``.
    if type(plain) is not declared:
        raise NotAsDeclared(where, declared.__name__, plain)
    return plain
