"""What spreadsheets make of our CSV when they save it again, and the way back.

They change the encoding, put `sep=;` first, separate by semicolons or tabs, write decimal commas, quote cells
and add empty rows. The numbers stay.
"""

import codecs
import csv
from collections.abc import Sequence

SEPARATORS = ",;\t"


def decoded(raw: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a mark of its order. Raises UnicodeDecodeError."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    return raw.decode("utf-8-sig")


def restored(lines: list[str], columns: Sequence[str]) -> list[str] | None:
    """The lines as they were, one for one from the header on; None if these are other columns."""
    first = lines[0].strip().strip('"').lower()
    begin = 1 if first.startswith("sep=") and len(lines) > 1 else 0
    for separator in SEPARATORS:
        if _cells(lines[begin], separator) == list(columns):
            return [_restored(line, separator) for line in lines[begin:]]
    return None


def _restored(line: str, separator: str) -> str:
    cells = _cells(line, separator)
    return ",".join(cell.replace(",", ".") for cell in cells) if any(cells) else ""


def _cells(line: str, separator: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]
