"""A file of the game's content or of a therapist; what is wrong with it is said in plain words."""

import json
import re
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import inspect

from hardware.bounded import BoundsError, read_text, unfit
from hardware.errors import FootfallError

T = TypeVar("T")
SHORT = 60
"""So many characters of a wrong value are quoted."""


class ContentError(FootfallError):
    """A file of the game's content is wrong; the message names file, key and what was expected."""


def read_content(path: Path, kind: type[T]) -> T:
    """A .json or .toml file as kind. Raises ContentError with file, key and expectation."""
    name = shown(path.name)
    language = "JSON" if path.suffix.lower() == ".json" else "TOML"
    try:
        text = read_text(path)
        found = json.loads(text) if language == "JSON" else tomllib.loads(text)
    except OSError as error:
        raise ContentError(f"{name}: the file cannot be read ({error.strerror or error}).") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{name}: the file cannot be read: it is not text in UTF-8.") from error
    except (BoundsError, RecursionError) as error:
        raise ContentError(f"{name}: this is not what Footfall reads: {error}.") from error
    except ValueError as error:
        raise ContentError(f"{name}: this is not {language}: {error}.") from error
    wrong = unfit(found)
    if wrong is not None:
        raise ContentError(f"{name}: {shown(wrong)}: Expected plain text and finite numbers.")
    try:
        return msgspec.convert(found, kind)
    except msgspec.ValidationError as error:
        raise ContentError(f"{name}: {_in_own_words(str(error), found, kind)}") from error


def shown(text: str) -> str:
    """Text of somebody else as it can be written on one line."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in text)
    return plain if len(plain) <= SHORT else plain[:SHORT] + "…"


def _in_own_words(message: str, found: object, kind: type) -> str:
    """What msgspec says as "KEY: Expected WHAT, got VALUE." """
    said, _, place = message.partition(" - at `")
    steps = [step for step in re.split(r"[.\[\]]+", place.strip("`$")) if step]
    if names := re.findall(r"required field `(.+?)`", said):
        wanted = _described(_type_at([*steps, names[0]], inspect.type_info(kind)))
        return f"{_key([*steps, names[0]])}: Expected {wanted}, but it is missing."
    if names := re.findall(r"unknown field `(.+)`", said):
        known = _described(_type_at(steps, inspect.type_info(kind)))
        return f"{shown(_key([*steps, names[0]]))}: There is no such key. Expected {known}."
    wanted = _described(_type_at(steps, inspect.type_info(kind)))
    return f"{_key(steps)}: Expected {wanted}, got {_quoted(_value_at(steps, found))}."


def _key(steps: list[str]) -> str:
    key = "".join(f"[{step}]" if step.isdecimal() else f".{step}" for step in steps).lstrip(".")
    return key or "at the top"


def _value_at(steps: list[str], found: object) -> object:
    for step in steps:
        if isinstance(found, dict) and step in found:
            found = found[step]
        elif isinstance(found, list) and step.isdecimal():
            found = found[int(step)]
        else:
            return None
    return found


def _quoted(value: object) -> str:
    match value:
        case None:
            return "something else"
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{shown(value)}'"
        case dict():
            return "a group of keys"
        case list():
            return f"a list of {len(value)}"
    return shown(str(value))


def _type_at(steps: list[str], kind: inspect.Type) -> inspect.Type:
    """The type that a key has; the nearest known one above it where the way cannot be followed."""
    for step in steps:
        kind = _without_none(kind)
        match kind:
            case inspect.StructType():
                below = next((field.type for field in kind.fields if field.encode_name == step), None)
            case inspect.TupleType() if step.isdecimal() and int(step) < len(kind.item_types):
                below = kind.item_types[int(step)]
            case inspect.VarTupleType() | inspect.ListType():
                below = kind.item_type
            case inspect.DictType():
                below = kind.value_type
            case _:
                below = None
        if below is None:
            return kind
        kind = below
    return _without_none(kind)


def _without_none(kind: inspect.Type) -> inspect.Type:
    if isinstance(kind, inspect.UnionType):
        left = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        return left[0] if len(left) == 1 else inspect.UnionType(tuple(left))
    return kind


def _described(kind: inspect.Type) -> str:  # noqa: PLR0911  one line for each kind of value
    match kind:
        case inspect.LiteralType():
            return "one of " + ", ".join(str(value) for value in kind.values)
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType() | inspect.FloatType():
            word = "a whole number" if isinstance(kind, inspect.IntType) else "a number"
            return word + _range(kind)
        case inspect.StrType():
            least, most = kind.min_length, kind.max_length
            if kind.pattern is not None:
                return "a name in small letters, digits and _"
            return "text" + (f" of {least or 0} to {most} characters" if most else "")
        case inspect.TupleType():
            return f"a list of {len(kind.item_types)} values"
        case inspect.VarTupleType() | inspect.ListType():
            return "a list"
        case inspect.StructType():
            return "the keys " + ", ".join(field.encode_name for field in kind.fields)
        case inspect.UnionType():
            return " or ".join(_described(one) for one in kind.types)
    return "a group of keys"


def _range(kind: inspect.IntType | inspect.FloatType) -> str:
    least, most = (kind.ge if kind.ge is not None else kind.gt), kind.le
    if least is not None and most is not None:
        return f" from {least} to {most}"
    if least is not None:
        return f" above {least}" if kind.gt is not None else f" of {least} or more"
    return ""
