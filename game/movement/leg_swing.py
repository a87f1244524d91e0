"""Swings of a leg by how it turns, wherever the puck is: forward in the air, back over the ground, in turn.

A shank or thigh never stands still while its person walks, but it turns about one axis: far one way and as
far back. That axis is the one it has turned about most. A turn has ended when the leg has come back by a
share of its own usual turn, so that what is a swing is a matter of this leg. Of the two ways the quicker one
is the swing: a walking foot is longer on the ground than in the air. So the first turn of a walk is told only
once the way back is known, for the heel rises before the leg swings.
"""

import math
from collections import deque
from collections.abc import Iterable
from statistics import median

import msgspec

from hardware.sample import Vector

# The axis is the one the leg has turned about most in this time (s): some three strides.
AXIS_S = 4.0
# A turn reaches this share of the usual one, in angle and in speed: the step that brings the feet together
# is half of one, the slap of a landing is less.
TURN = 0.4
# While nothing is known, a turn is one of a leg that steps: so far (deg) and so fast (deg/s).
FIRST_TURN_DEG = 15.0
FIRST_TURN_DPS = 50.0
# One so fast (deg/s) is a step by itself; a slower one once a second has come: who sits down turns it once.
SURE_TURN_DPS = 100.0
# It has ended once the leg has come back by this share of what makes a new one, or stayed so long (s). A leg
# that turns no faster than the same share of what makes one rests.
ENDED = 0.3
ENDED_S = 0.3
# A leg that takes longer (s) does not swing; a usual turn that none reaches for as long again is forgotten.
LONGEST_TURN_S = 2.5
# Turns of either way that make up what is usual; of no more than so few none is left out.
REMEMBERED_TURNS = 7
FEW_TURNS = 3


class LegTurn(msgspec.Struct, frozen=True):
    """One turn of the leg, one way: from where it set out or turned round to where it will turn back.

    lasted_s: how long it went no other way, the stay before it included.
    """

    start_s: float
    fastest_s: float
    end_s: float
    size_deg: float
    top_dps: float
    lasted_s: float


class LegSwing:
    """Follows one leg. usual_deg, usual_dps: of its last swings, or learnt before; 0 while unknown."""

    def __init__(self, known_deg: float = 0.0, known_dps: float = 0.0) -> None:
        """known_deg, known_dps: what was learnt of this leg before."""
        self._known = (known_deg, known_dps)
        self.usual_deg, self.usual_dps = self._known
        self.rate_dps = 0.0
        self._axis: Vector = (0.58, 0.57, 0.58)
        self._spread = (0.0,) * 6
        self._angle_deg = 0.0
        # The way that is the swing, 0 while unknown.
        self.swing_way = 0
        # The way it turns, 0 at rest; where and when that began and has come to; the fastest, and back.
        self._way = 0
        self._from = self._to = (0.0, 0.0)
        self._top = self._back = (0.0, 0.0)
        self._told = True
        self._turned_s = self._since_s = 0.0
        self._unsure: list[tuple[int, LegTurn]] = []
        self._turns: dict[int, deque[LegTurn]] = {way: deque(maxlen=REMEMBERED_TURNS) for way in (1, -1)}

    def feed(self, time_s: float, turning_dps: Vector, dt_s: float) -> list[LegTurn]:
        """Take how the leg turns; the swings that have become certain with it."""
        rate_dps = self._about_axis(turning_dps, min(1.0, dt_s / AXIS_S))
        self.rate_dps = rate_dps
        self._angle_deg = angle_deg = self._angle_deg + rate_dps * dt_s
        if time_s - self._turned_s > 2.0 * LONGEST_TURN_S:
            self._forget(time_s)
        way = self._way
        if way == 0:
            self._set_out(time_s, angle_deg, rate_dps)
            return []
        if way * rate_dps > self._top[1]:
            self._top = (time_s, way * rate_dps)
        back_deg = way * (self._to[0] - angle_deg)
        if back_deg <= 0.0:
            turns = way * rate_dps > ENDED * (TURN * self.usual_dps or FIRST_TURN_DPS)
            self._to, self._back = (angle_deg, time_s if turns else self._to[1]), (time_s, 0.0)
            return [] if turns else self._come_back(way, 0.0, time_s, angle_deg)
        if -way * rate_dps > self._back[1]:
            self._back = (time_s, -way * rate_dps)
        return self._come_back(way, back_deg, time_s, angle_deg)

    def break_off(self, time_s: float) -> None:
        """The signal was lost up to time_s: what was under way is no turn."""
        self._way, self._told, self._unsure = 0, True, []
        self._from, self._top, self._since_s = (self._angle_deg, time_s), (time_s, 0.0), time_s

    def _set_out(self, time_s: float, angle_deg: float, rate_dps: float) -> None:
        """At rest: whether the leg sets out, and which way."""
        if abs(rate_dps) <= ENDED * (TURN * self.usual_dps or FIRST_TURN_DPS):
            self._from = (angle_deg, time_s)
            self._top = (time_s, 0.0)
            return
        if abs(rate_dps) > self._top[1]:
            self._top = (time_s, abs(rate_dps))
        off_deg = angle_deg - self._from[0]
        if abs(off_deg) > (TURN * self.usual_deg or FIRST_TURN_DEG):
            self._way = 1 if off_deg > 0.0 else -1
            self._to, self._told = (angle_deg, time_s), False

    def _come_back(self, way: int, back_deg: float, time_s: float, angle_deg: float) -> list[LegTurn]:
        """The leg has turned round, or stays: whether its turn has ended, and whether the next has begun."""
        enough_deg = TURN * self.usual_deg or FIRST_TURN_DEG
        stayed = time_s - self._to[1] > ENDED_S
        ended: list[LegTurn] = []
        if not self._told and (stayed or back_deg > ENDED * enough_deg):
            self._told, ended = True, self._ended(way)
        if back_deg > enough_deg:
            self._since_s = self._to[1]
            self._way, self._from, self._to = -way, self._to, (angle_deg, time_s)
            self._top, self._back, self._told = self._back, (time_s, 0.0), False
        elif self._told and stayed and back_deg <= ENDED * enough_deg:
            self._since_s = self._to[1]
            self._way, self._from, self._top = 0, (angle_deg, time_s), (time_s, 0.0)
        return ended

    def _forget(self, time_s: float) -> None:
        self.usual_deg, self.usual_dps = self._known
        self._turned_s = time_s
        self._unsure = []
        self.swing_way = 0
        for turns in self._turns.values():
            turns.clear()

    def _sure(self, way: int) -> list[LegTurn]:
        """The swings among the first turns; none until it is sure that the leg steps."""
        swings_way = way
        if self._turns[-way] and not self._swings(way):
            swings_way = -way
        swings = [each for its_way, each in self._unsure if its_way == swings_way]
        sure_dps = TURN * self._known[1] or SURE_TURN_DPS
        alone = not self._turns[-way]
        if len(swings) < 2 and (alone or max(each.top_dps for each in swings) < sure_dps):
            return []
        self.swing_way, self._unsure = swings_way, []
        return swings

    def _swings(self, way: int) -> bool:
        """Whether this way is the swing: the quicker one at first, and until the other is clearly quicker."""
        own, other = ([turn.lasted_s for turn in self._turns[each]] for each in (way, -way))
        if not own or not other:
            return self.swing_way == way
        if self.swing_way == 0:
            self.swing_way = way if own[-1] <= other[-1] else -way
        elif self.swing_way == way and median(own) > largest_but_one(other):
            self.swing_way = -way
        elif self.swing_way == -way and median(other) > largest_but_one(own):
            self.swing_way = way
        return self.swing_way == way

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
        self._spread = (xx, yy, zz, xy, xz, yz)
        nx, ny, nz = xx * ax + xy * ay + xz * az, xy * ax + yy * ay + yz * az, xz * ax + yz * ay + zz * az
        length = math.sqrt(nx * nx + ny * ny + nz * nz)
        if length > 0.0:
            self._axis = ax, ay, az = nx / length, ny / length, nz / length
        return x * ax + y * ay + z * az

    def _ended(self, way: int) -> list[LegTurn]:
        """Take a turn that has ended; the swings that it makes certain: itself, or the first ones."""
        moved_s, lasted_s = self._to[1] - self._from[1], self._to[1] - self._since_s
        turn = LegTurn(
            start_s=self._from[1],
            fastest_s=self._top[0],
            end_s=self._to[1],
            size_deg=abs(self._to[0] - self._from[0]),
            top_dps=self._top[1],
            lasted_s=lasted_s if lasted_s <= LONGEST_TURN_S else moved_s,
        )
        enough_dps = TURN * self.usual_dps or FIRST_TURN_DPS
        if moved_s > LONGEST_TURN_S or turn.top_dps < enough_dps:
            return []
        own, other = self._turns[way], self._turns[-way]
        own.append(turn)
        self._turned_s = turn.end_s
        # The larger of both ways: the slap of a landing is quick, and small beside the swing.
        self.usual_deg = max(
            largest_but_one(each.size_deg for each in turns) for turns in (own, other) if turns
        )
        if self._unsure or self.swing_way == 0:
            self._unsure.append((way, turn))
            swings = self._sure(way)
        else:
            swings = [turn] if self._swings(way) else []
        if swings:
            self.usual_dps = largest_but_one(each.top_dps for each in self._turns[self.swing_way])
        return swings


def largest_but_one(values: Iterable[float]) -> float:
    """What is usual where some are small and one may be a mistake: of up to three, the largest."""
    ordered = sorted(values)
    return ordered[-1] if len(ordered) <= FEW_TURNS else ordered[-2]
