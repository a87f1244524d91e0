"""The rows of a recording as samples: whole blocks at once where all is plain, row by row where it is not."""

from collections.abc import Iterable, Mapping
from math import inf, isfinite
from operator import le
from typing import Literal

import msgspec

from hardware.sample import PUCKS, Puck, Sample, Vector

COLUMNS = ("time_s", "puck", "ax_g", "ay_g", "az_g", "gx_dps", "gy_dps", "gz_dps", "force", "touch")
HEADER = ",".join(COLUMNS)
# No sensor says more, in whatever unit; and no bout waits longer for its next row (s).
MOST_G, MOST_DPS = 1e5, 1e6
LONGEST_SILENCE_S = 86_400.0
_TOUCH = {"0": False, "1": True, "": False, "0.000000": False, "1.000000": True}
_PUCK: dict[str, Puck] = {puck: puck for puck in PUCKS}
_Told = float | None
_Row = tuple[float, Puck, float, float, float, _Told, _Told, _Told, _Told, Literal[0, 1]]
# A row is all but JSON, whose reader is compiled: a quarter of the time of reading it here.
_DECODER = msgspec.json.Decoder(list[_Row])


class RowReader:
    """Reads the rows of one recording in order; a row must not lie before the newest of its puck."""

    def __init__(self) -> None:
        self._newest: dict[Puck, float] = dict.fromkeys(PUCKS, -inf)

    def block(self, text: str) -> list[Sample] | None:
        """The samples of some whole rows, each with its line end; None where they must be read one by one."""
        told = text[:-1].replace("blue", '"blue"').replace("yellow", '"yellow"')
        told = told.replace(",,", ",null,").replace(",,", ",null,").replace("\n", "],[")
        try:
            rows = _DECODER.decode(f"[[{told}]]")
        except msgspec.DecodeError:
            return None
        if not self._are_right(rows):
            return None
        return [
            Sample(t, puck, (ax, ay, az), None if gx is None else (gx, gy, gz), force, touch == 1)  # type: ignore[arg-type]
            for t, puck, ax, ay, az, gx, gy, gz, force, touch in rows
        ]

    def _are_right(self, rows: list[_Row]) -> bool:
        """Whether a block holds what rows may hold; takes its newest times if so."""
        times_s, pucks, *rest = zip(*rows, strict=True)
        accel, gyro, force = rest[:3], rest[3:6], [one for one in rest[6] if one is not None]
        silent = {sum(one is None for one in axis) for axis in gyro}
        if not (
            all(_within(axis, MOST_G) for axis in accel)
            and silent in ({0}, {len(rows)})
            and (silent != {0} or all(_within(axis, MOST_DPS) for axis in gyro))
            and (not force or 0.0 <= min(force) <= max(force) <= 1.0)
        ):
            return False
        newest = dict(self._newest)
        for puck in PUCKS:
            own = [time_s for time_s, its in zip(times_s, pucks, strict=True) if its == puck]
            if not own:
                continue
            before = own[0] if newest[puck] == -inf else newest[puck]
            if own[-1] - before > LONGEST_SILENCE_S or not all(map(le, [before, *own], own)):
                return False
            newest[puck] = own[-1]
        self._newest = newest
        return True

    def row(self, line: str) -> Sample:
        """One row; raises ValueError with what was expected."""
        sample = _sample_of_row(line, self._newest)
        self._newest[sample.puck] = sample.time_s
        return sample


def _within(values: Iterable[float], most: float) -> bool:
    return max(map(abs, values)) <= most


def _sample_of_row(line: str, newest: Mapping[Puck, float]) -> Sample:
    """One row, not before the newest of its puck; raises ValueError with what was expected."""
    fields = line.split(",")
    if len(fields) != len(COLUMNS):
        raise ValueError(f"expected {len(COLUMNS)} fields ({HEADER}), found {len(fields)}")
    time_text, puck_text, ax, ay, az, gx, gy, gz, force_text, touch_text = fields
    puck = _PUCK.get(puck_text)
    touch = _TOUCH.get(touch_text)
    if puck is None:
        raise ValueError(f"expected blue or yellow as the puck, found `{puck_text}`")
    if touch is None:
        raise ValueError(f"expected 0 or 1 as the touch, found `{touch_text}`")
    gyro: Vector | None = None
    force: float | None = None
    try:
        time_s = float(time_text)
        accel = (float(ax), float(ay), float(az))
        if not gx == gy == gz == "":
            gyro = (float(gx), float(gy), float(gz))
        if force_text:
            force = float(force_text)
    except ValueError as error:
        raise ValueError(f"expected numbers, {error}") from error
    if not isfinite(time_s + sum(accel) + (sum(gyro) if gyro else 0.0)):
        raise ValueError("expected finite numbers")
    if max(map(abs, accel)) > MOST_G or (gyro is not None and max(map(abs, gyro)) > MOST_DPS):
        raise ValueError("expected numbers that a sensor can give")
    if newest[puck] > -inf and time_s - newest[puck] > LONGEST_SILENCE_S:
        raise ValueError(f"expected a time within a day of the row before, found {time_text}")
    if force is not None and not 0.0 <= force <= 1.0:
        raise ValueError(f"expected a force from 0 to 1, found {force_text}")
    if time_s < newest[puck]:
        raise ValueError(f"expected {newest[puck]:.6f} or later for the {puck} puck, not {time_text}")
    return Sample(time_s, puck, accel, gyro, force, touch)
