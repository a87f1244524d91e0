"""Text that somebody else has written, measured before it is parsed.

A parser may be led into the ground: nested without end it runs out of stack, a number of thousands of digits
holds it for seconds, and a NUL or half a surrogate pair passes it and fails where it is drawn or kept.
"""

import re
from collections.abc import Iterator
from math import isfinite
from pathlib import Path

MOST_BYTES = 1_000_000
MOST_DEPTH = 32
MOST_DIGITS = 40
# A signature of Windows' Notepad, and what follows it.
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DIGITS = re.compile(rf"[0-9_]{{{MOST_DIGITS + 1},}}")


class BoundsError(ValueError):
    """Text that no parser should see; the message says what about it."""


def read_text(path: Path, most_bytes: int = MOST_BYTES) -> str:
    """The text of a file, with or without a byte-order mark.

    Raises OSError, UnicodeDecodeError, BoundsError.
    """
    if path.exists() and not path.is_file():
        raise BoundsError("it is no file")
    with path.open("rb") as file:
        raw = file.read(most_bytes + 1)
    if len(raw) > most_bytes:
        raise BoundsError(f"it is larger than {most_bytes // 1000} kB")
    encoding, start = next(((code, len(mark)) for mark, code in _MARKS if raw.startswith(mark)), ("utf-8", 0))
    text = raw[start:].decode(encoding).replace("\r\n", "\n")
    check(text)
    return text


def check(text: str) -> None:
    """Raises BoundsError for what is nested too deep, or holds a number of too many digits."""
    depth = 0
    for bracket in re.findall(r"[\[{}\]]", text):
        depth += 1 if bracket in "[{" else -1
        if depth > MOST_DEPTH:
            raise BoundsError(f"it is nested deeper than {MOST_DEPTH} levels")
    if _DIGITS.search(text):
        raise BoundsError(f"a number in it has more than {MOST_DIGITS} digits")


def unfit(found: object, key: str = "") -> str | None:
    """The key of the first value that cannot be used (an infinite number, a NUL in a text), or None."""
    return next(_unfit(found, key), None)


def _unfit(found: object, key: str) -> Iterator[str]:
    match found:
        case dict():
            for name, value in found.items():
                yield from _unfit(str(name), key or "at the top")
                yield from _unfit(value, f"{key}.{name}" if key else str(name))
        case list():
            for number, value in enumerate(found):
                yield from _unfit(value, f"{key}[{number}]")
        case float() if not isfinite(found):
            yield key
        case str() if any(not _is_text(letter) for letter in found):
            yield key


def _is_text(letter: str) -> bool:
    """Neither a control character nor half a surrogate pair."""
    return letter in "\t\n" or not (letter < " " or letter == "\x7f" or "\ud800" <= letter <= "\udfff")
