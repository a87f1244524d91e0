"""Taps: the instant a foot meets the floor, how far it had gone for it and which way, and how hard."""

import msgspec

from game.movement.events import (
    Began,
    Held,
    LimbState,
    MovementEvent,
    Phase,
    Quality,
    Reached,
    Repetition,
    Target,
)
from game.movement.foot import BACK, Foot
from game.movement.gap import GAP_S
from game.movement.jolt import Jolt
from game.movement.learnt import Calibration
from hardware.sample import Puck, Sample

# The strongest instant of an impact comes within this time of its first (s).
RING_S = 0.06
# Two taps of one foot are further apart (s): three a second are more than a healthy foot keeps up.
APART_S = 0.3
# A tap is this share as hard as the person's own; coming home is softer.
HARD = 0.4
# And the foot has gone this share of the way it usually goes: an L turns it half as far one way as the other.
# A knock meets it at home.
GONE = 0.25
# No foot sets out and taps in less than this time (s); a spasm throws it out there.
QUICKEST_S = 0.15
# A foot that travels without turning lands within this time of its last push (s).
TRAVEL_S = 1.0
# A tap is so many times as hard as what a tenth of the way there and back exceeds: a tremor's hardest swings
# are a quarter above that. A foot whose trembling is harder has its taps drowned.
OVER_TREMOR = 1.5
# However much it trembles, a tap need not be harder than this share of the person's own.
HARDEST = 0.9


class Impact(msgspec.Struct, frozen=True):
    """A foot met something: when, how hard, how far from home, which way, and when it had left home.

    One on coming home tells how far and which way it had been. trembling_g is what it feels on the same way
    all the same.
    """

    time_s: float
    strength_g: float
    turned_deg: float
    direction: str | None
    start_s: float
    trembling_g: float = 0.0


class Impacts:
    """Finds impacts in the samples of one foot, where this foot taps."""

    def __init__(self, threshold_g: float, known: Calibration) -> None:
        self.foot = Foot(known)
        self.jolt_g = 0.0
        self._site = known.tap_site
        self._threshold_g = threshold_g
        self._gone_deg = GONE * known.range_deg
        self._jolt = Jolt()
        self._back_deg: float | None = None
        self._far_deg = 0.0
        self._way: str | None = None
        self._set_out_s = 0.0
        self._found: Impact | None = None
        self._over_s = float("-inf")

    def feed(self, sample: Sample) -> Impact | None:
        """Take one sample; return an impact once its strongest instant is past."""
        time_s = sample.time_s
        self.foot.feed(sample)
        jolt_g = self.jolt_g = self._jolt.feed(time_s, sample.accel_g)
        found = self._found
        if found is not None and time_s - found.time_s > RING_S:
            self._found, self._over_s = None, found.time_s + APART_S
            self._back_deg, self._far_deg = BACK * found.turned_deg, 0.0
            return found
        if not self._may_tap(time_s) or jolt_g < self._threshold_g or time_s < self._over_s:
            return None
        if found is None:
            self._found = self._impact(time_s, jolt_g)
        elif jolt_g > found.strength_g:
            self._found = msgspec.structs.replace(found, time_s=time_s, strength_g=jolt_g)
        return None

    def restart(self) -> None:
        """Forget what was under way: samples were lost."""
        self.foot.restart()
        self._jolt.restart()
        self._found, self._back_deg, self._far_deg = None, None, 0.0

    def _impact(self, time_s: float, jolt_g: float) -> Impact:
        if self._site == "home":
            return Impact(time_s, jolt_g, self._far_deg, self._way, self._set_out_s)
        foot = self.foot
        return Impact(time_s, jolt_g, foot.turned_deg, foot.direction(), foot.left_s)

    def _may_tap(self, time_s: float) -> bool:
        """Whether the foot is where it taps, and has been elsewhere since the last tap."""
        if self._found is not None:
            return True
        foot = self.foot
        if self._site == "anywhere":
            return time_s - foot.pushed_s <= TRAVEL_S
        if self._site == "home":
            return self._comes_home()
        if self._back_deg is not None and foot.turned_deg > self._back_deg:
            return False
        self._back_deg = None
        return foot.turned_deg >= self._gone_deg and time_s - foot.left_s >= QUICKEST_S

    def _comes_home(self) -> bool:
        foot = self.foot
        if foot.turned_deg > self._far_deg:
            self._far_deg, self._way, self._set_out_s = foot.turned_deg, foot.direction(), foot.left_s
        if foot.home:
            self._far_deg = 0.0
        return self._far_deg >= self._gone_deg and foot.turned_deg < BACK * self._far_deg


class TapTracker:
    """One foot that taps. A repetition ends at the tap; range is how far the foot went for it."""

    def __init__(self, puck: Puck, known: Calibration) -> None:
        self.puck = puck
        self.state = LimbState()
        self._known = known
        self._reaches_deg = dict(known.reaches_deg)
        self._target = Target()
        over_tremor = min(OVER_TREMOR * known.noise, HARDEST)
        self._impacts = Impacts(max(HARD, over_tremor) * known.strength_g, known)

    def ask(self, target: Target) -> None:
        """A tap at the asked share of the own way is full, however soft; there is no hold."""
        self._target = target

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Nothing is ever under way that could be told: an impact is an instant."""
        self.state.time_s = max(self.state.time_s, time_s)
        self._impacts.restart()
        return []

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        state = self.state
        if sample.time_s - state.time_s > GAP_S:
            self._impacts.restart()
        impact = self._impacts.feed(sample)
        before, state.position = state.position, self._impacts.foot.turned_deg / self._known.range_deg
        dt = sample.time_s - state.time_s
        state.speed = (state.position - before) / dt if 0.0 < dt < 1.0 else 0.0
        state.phase = Phase.OUT if state.position > GONE else Phase.REST
        inside = state.position >= self._target.range
        state.hold(self._target, reached=inside, in_band=inside)
        state.time_s = sample.time_s
        return self._told(impact) if impact is not None else []

    def _told(self, impact: Impact) -> list[MovementEvent]:
        share = self._reach(impact)
        full = share >= self._target.range
        events: list[MovementEvent] = [Began(self.puck, impact.start_s)]
        if full:
            events += [Reached(self.puck, impact.time_s), Held(self.puck, impact.time_s)]
        events.append(
            Repetition(
                puck=self.puck,
                start_s=impact.start_s,
                peak_s=impact.time_s,
                end_s=impact.time_s,
                range_deg=0.0,
                range=share,
                hold_s=0.0,
                out_s=impact.time_s - impact.start_s,
                back_s=0.0,
                peak_speed_dps=0.0,
                full=full,
                asked=self._target,
                quality=Quality(strength=impact.strength_g / self._known.strength_g),
                direction=impact.direction,
            )
        )
        return events

    def _reach(self, impact: Impact) -> float:
        """How far the foot went, as a share of its own way there; a way not seen before is its own measure.

        A foot that travels without turning shows no way: where it has landed, it has arrived.
        """
        if self._known.tap_site == "anywhere":
            return max(1.0, self._target.range)
        if impact.direction is None or not self._reaches_deg:
            return impact.turned_deg / self._known.range_deg
        own_deg = self._reaches_deg.setdefault(impact.direction, max(impact.turned_deg, 1e-6))
        return impact.turned_deg / own_deg
