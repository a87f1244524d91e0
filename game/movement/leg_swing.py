"""Swings of a leg by how it turns, wherever the puck is: forward in the air, back over the ground, in turn.

A shank or thigh never stands still while its person walks, but it turns about one axis: far one way and as
far back. That axis is the one it has turned about most. A turn has ended when the leg has come back by a
share of its own usual turn, so that what is a swing is a matter of this leg. Of the two ways the quicker one
is the swing: a walking foot is longer on the ground than in the air.
"""

import math
from collections import deque
from statistics import median

import msgspec

from hardware.sample import Vector

# The axis is the one the leg has turned about most in this time (s): some three strides.
AXIS_S = 4.0
# A turn reaches this share of the usual one, in angle and in speed: between half a step and a whole one.
TURN = 0.5
# While nothing is known, a turn is one of a leg that steps: so far (deg) and so fast (deg/s).
FIRST_TURN_DEG = 15.0
FIRST_TURN_DPS = 50.0
# It has ended once the leg has come back by this share of what makes a new one, or stayed so long (s).
ENDED = 0.3
ENDED_S = 0.3
# A leg that takes longer (s) does not swing; a usual turn that none reaches for as long again is forgotten.
LONGEST_TURN_S = 2.5
# Turns of either way that make up what is usual.
REMEMBERED_TURNS = 7


class LegTurn(msgspec.Struct, frozen=True):
    """One turn of the leg, one way: from where it turned round to where it will turn back."""

    start_s: float
    fastest_s: float
    end_s: float
    size_deg: float
    top_dps: float


class LegSwing:
    """Follows one leg. usual_deg, usual_dps: medians over its last swings, 0 while nothing is known."""

    def __init__(self, usual_deg: float = 0.0) -> None:
        self.usual_deg = usual_deg
        self.usual_dps = 0.0
        self._axis: Vector = (0.58, 0.57, 0.58)
        self._spread = [0.0] * 6
        self._angle_deg = 0.0
        self._way = 1
        self._from = self._to = (0.0, 0.0)
        self._top = (0.0, 0.0)
        self._told = True
        self._told_s = 0.0
        self._turns: dict[int, deque[LegTurn]] = {way: deque(maxlen=REMEMBERED_TURNS) for way in (1, -1)}

    def feed(self, time_s: float, turning_dps: Vector, dt_s: float) -> LegTurn | None:
        """Take how the leg turns; the swing that has ended with it."""
        rate_dps = self._about_axis(turning_dps, min(1.0, dt_s / AXIS_S))
        self._angle_deg = angle_deg = self._angle_deg + rate_dps * dt_s
        way, ended = self._way, None
        if way * rate_dps > self._top[1]:
            self._top = (time_s, way * rate_dps)
        back_deg = way * (self._to[0] - angle_deg)
        if back_deg <= 0.0:
            self._to = (angle_deg, time_s)
            return None
        enough_deg = TURN * self.usual_deg or FIRST_TURN_DEG
        if not self._told and (back_deg > ENDED * enough_deg or time_s - self._to[1] > ENDED_S):
            self._told, ended = True, self._ended(way)
        if back_deg > enough_deg:
            self._way, self._from, self._to = -way, self._to, (angle_deg, time_s)
            self._top, self._told = (time_s, -way * rate_dps), False
        if time_s - self._told_s > 2.0 * LONGEST_TURN_S:
            self.usual_deg = self.usual_dps = 0.0
            self._told_s = time_s
            for turns in self._turns.values():
                turns.clear()
        return ended

    def _about_axis(self, rate: Vector, share: float) -> float:
        """The rate about the axis; the axis follows the second moments, one power iteration a sample."""
        x, y, z = rate
        ax, ay, az = self._axis
        xx, yy, zz, xy, xz, yz = self._spread
        xx += share * (x * x - xx)
        yy += share * (y * y - yy)
        zz += share * (z * z - zz)
        xy += share * (x * y - xy)
        xz += share * (x * z - xz)
        yz += share * (y * z - yz)
        self._spread = [xx, yy, zz, xy, xz, yz]
        nx, ny, nz = xx * ax + xy * ay + xz * az, xy * ax + yy * ay + yz * az, xz * ax + yz * ay + zz * az
        length = math.sqrt(nx * nx + ny * ny + nz * nz)
        if length > 0.0:
            self._axis = ax, ay, az = nx / length, ny / length, nz / length
        return x * ax + y * ay + z * az

    def _ended(self, way: int) -> LegTurn | None:
        """Take a turn that has ended; it, if it is a swing."""
        turn = LegTurn(
            start_s=self._from[1],
            fastest_s=self._top[0],
            end_s=self._to[1],
            size_deg=abs(self._to[0] - self._from[0]),
            top_dps=self._top[1],
        )
        enough_dps = TURN * self.usual_dps or FIRST_TURN_DPS
        if turn.end_s - turn.start_s > LONGEST_TURN_S or turn.top_dps < enough_dps:
            return None
        own, other = self._turns[way], self._turns[-way]
        own.append(turn)
        # The larger of both ways: the slap of a landing is quick, and small beside the swing.
        self.usual_deg = max(median(each.size_deg for each in turns) for turns in (own, other) if turns)
        if other and _lasting_s(own) > _lasting_s(other):
            return None
        self.usual_dps = median(each.top_dps for each in own)
        self._told_s = turn.end_s
        return turn


def _lasting_s(turns: deque[LegTurn]) -> float:
    return median(turn.end_s - turn.start_s for turn in turns)
