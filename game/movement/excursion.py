"""One number that leaves rest and comes back: the repetition state machine of every kind that has a range."""

from dataclasses import dataclass
from math import exp
from typing import Literal

from game.movement.events import Phase, Target

# All shares are of the person's own comfortable range.
# A limb has left rest: far enough that breathing and settling in the chair have not.
LEAVE = 0.12
# A movement is a repetition, however partial. Low ones reach a third; fidgets stay below.
COUNT = 0.22
# Back at rest: what remains of the excursion when the limb arrives.
ARRIVE = 0.2
# A return that turns round before it has given back this share was a wobble of the same repetition.
GIVEN_BACK = 0.5
# Standing still: slower than this many ranges a second.
STILL_SPEED = 0.12
# So long still on the way back, the limb rests where it is (s). Below the half second an event may be late.
SETTLE_S = 0.35
# In the band of rest, an event waits at most so long for the limb to come to a stop (s).
ARRIVED_S = 0.3
# Rest follows a quiet limb with this time constant (s): slower than people start to move.
FOLLOW_S = 1.0
# Nobody holds longer than this beyond what is asked (s): a limb that stays has taken a new posture.
POSTURE_S = 15.0
# The band of a hold reaches this far below the asked range.
BAND = 0.1
# How many times its own noise a limb must move to have left rest.
NOISE_MARGIN = 4.0


@dataclass(slots=True)
class Excursion:
    """What was measured of one way out and back; positions in shares of range above the rest it left."""

    start_s: float
    peak_s: float
    peak: float
    end_s: float = 0.0
    hold_s: float = 0.0
    peak_speed: float = 0.0
    top_from_s: float = 0.0
    top_to_s: float = 0.0
    counted: bool = False
    reached: bool = False
    held: bool = False


What = Literal["began", "reached", "held", "ended", "dropped"]


class ExcursionDetector:
    """Turns a position (0 at rest, 1 at the person's own range) into excursions, one sample at a time.

    Rest follows the limb while it is quiet and never while it moves. An excursion ends when the limb arrives
    near the rest it left, when it settles anywhere after giving back at least half of its height, or, in
    retrospect, at the valley from which it set out again.
    """

    def __init__(self, noise: float = 0.0, shortest_s: float = 0.2, both_ways: bool = False) -> None:
        """noise: standard deviation at rest, share of range. shortest_s: anything briefer is a knock.

        both_ways: below rest lies another movement, not a lower rest.
        """
        self._both_ways = both_ways
        self.leave = max(LEAVE, NOISE_MARGIN * noise)
        self.count = max(COUNT, 1.5 * self.leave)
        self.shortest_s = shortest_s
        self.target = Target()
        self.rest = 0.0
        self.phase = Phase.REST
        self.current: Excursion | None = None
        self._quiet_s = 0.0
        self._quiet_since_s: float | None = None
        self._time_s: float | None = None
        self._valley = 0.0
        self._valley_s = 0.0
        self._arrived_s: float | None = None

    @property
    def held_s(self) -> float:
        """Time spent so far in the asked band."""
        return self.current.hold_s if self.current else 0.0

    def restart(self, rest: float) -> Excursion | None:
        """Forget the movement under way and rest here; return it if it had begun to count."""
        gone, self.current = self.current, None
        self.rest, self.phase, self._time_s, self._quiet_since_s = rest, Phase.REST, None, None
        return gone if gone and gone.counted else None

    def update(self, time_s: float, position: float, speed: float) -> list[tuple[What, Excursion]]:
        """Take one position (shares of range) and its speed (ranges a second); return what happened."""
        dt = 0.0 if self._time_s is None else time_s - self._time_s
        if self._time_s is None:
            self._quiet_s = time_s
        self._time_s = time_s
        if abs(speed) > STILL_SPEED:
            self._quiet_since_s = None
        elif self._quiet_since_s is None:
            self._quiet_since_s = time_s
        still_s = 0.0 if self._quiet_since_s is None else time_s - self._quiet_since_s
        height = position - self.rest
        if self.current is None:
            return self._resting(time_s, height, speed, dt, still_s)
        if self.phase is Phase.BACK:
            return self._coming_back(time_s, height, speed, still_s)
        return self._going_out(time_s, height, speed, dt, still_s)

    def _resting(
        self, time_s: float, height: float, speed: float, dt: float, still_s: float
    ) -> list[tuple[What, Excursion]]:
        if height > self.leave:
            self.current = Excursion(start_s=self._quiet_s, peak_s=time_s, peak=height, top_from_s=time_s)
            self.phase = Phase.OUT
            return []
        lower = height < 0.0 and not self._both_ways
        if still_s > 0.0 or (lower and abs(speed) < 1.0):
            haste = 2.0 if lower else 1.0
            self.rest += height * (1.0 - exp(-dt * haste / FOLLOW_S))
        if abs(speed) <= STILL_SPEED or height < 0.4 * self.leave:
            self._quiet_s = time_s
        return []

    def _going_out(
        self, time_s: float, height: float, speed: float, dt: float, still_s: float
    ) -> list[tuple[What, Excursion]]:
        out = self.current
        assert out is not None
        happened: list[tuple[What, Excursion]] = []
        out.peak_speed = max(out.peak_speed, abs(speed))
        if height > out.peak:
            out.peak, out.peak_s = height, time_s
        if not out.counted and height >= self.count:
            out.counted = True
            happened.append(("began", out))
        happened += self._holding(out, height, dt)
        if abs(speed) > 2.0 * STILL_SPEED:
            if self.phase is Phase.OUT:
                out.top_from_s = time_s
        elif out.counted:
            self.phase = Phase.TOP
        if height >= out.peak * 0.9:
            out.top_to_s = time_s
        if height < (1.0 - GIVEN_BACK) * out.peak:
            self.phase = Phase.BACK
            self._valley, self._valley_s, self._arrived_s = height, time_s, None
            return happened + self._coming_back(time_s, height, speed, still_s)
        patience_s = POSTURE_S + self.target.hold_s if out.counted else 2.0
        if still_s > patience_s or (not out.counted and still_s > 2.0):
            return happened + self._new_posture(out, height)
        return happened

    def _holding(self, out: Excursion, height: float, dt: float) -> list[tuple[What, Excursion]]:
        happened: list[tuple[What, Excursion]] = []
        if height >= self.target.range and not out.reached:
            out.reached = True
            happened.append(("reached", out))
        elif out.reached and height >= self.target.range - BAND:
            out.hold_s += dt
        if out.reached and not out.held and out.hold_s >= self.target.hold_s:
            out.held = True
            happened.append(("held", out))
        return happened

    def _new_posture(self, out: Excursion, height: float) -> list[tuple[What, Excursion]]:
        self.rest += height
        self.current, self.phase = None, Phase.REST
        return [("dropped", out)] if out.counted else []

    def _coming_back(
        self, time_s: float, height: float, speed: float, still_s: float
    ) -> list[tuple[What, Excursion]]:
        out = self.current
        assert out is not None
        out.peak_speed = max(out.peak_speed, abs(speed))
        if height < self._valley:
            self._valley, self._valley_s = height, time_s
        near = max(ARRIVE * min(out.peak, 1.0), 0.5 * self.leave)
        if height <= near and self._arrived_s is None:
            self._arrived_s = time_s
        arrived = self._arrived_s is not None and (
            abs(speed) <= STILL_SPEED or time_s - self._arrived_s >= ARRIVED_S
        )
        turned = height - self._valley >= max(self.leave, 0.25 * out.peak)
        if arrived or turned or still_s >= SETTLE_S:
            return self._ended(out, time_s, height, turned)
        return []

    def _ended(
        self, out: Excursion, time_s: float, height: float, turned: bool
    ) -> list[tuple[What, Excursion]]:
        out.end_s = self._valley_s if turned else time_s
        happened: list[tuple[What, Excursion]] = []
        if out.counted and out.end_s - out.start_s >= self.shortest_s:
            happened.append(("ended", out))
        elif out.counted:
            happened.append(("dropped", out))
        self.current, self.phase = None, Phase.REST
        self._quiet_s = out.end_s
        if not turned and height > self.leave:
            self.rest += height
        return happened
