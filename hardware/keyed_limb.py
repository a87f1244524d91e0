"""What keys do to one limb: held they move it, let go they bring it back, whichever way that limb moves."""

from enum import StrEnum

from hardware.moving_limb import MovingLimb, Stroke

TRAVEL = 0.8  # share of the normal range that the keys reach (judgement)
OUT_S = 0.9  # from rest to the top with the key held (judgement)
BACK_S = 1.0  # from the top to rest with the key let go (judgement)
STOMP_BACK_S = 0.5  # a marching foot comes down faster (judgement)
SHORTEST_PRESS_S = 0.15  # a shorter press is made so long: it moves a quarter of the way, and is seen
TAP_SLOWER = 1.3  # a tap against the healthy limb's natural time (judgement)
STROKE_BACK = 1.2  # the way back of a tap or a step against the way out (judgement)
TAP_SEEN_S = 0.15  # the next tap waits so long after the foot has touched, so that none is swallowed
STANCE_S = 0.25  # the next step waits so long after the foot has landed: a foot has to stand to leave
LONGEST_WAIT_S = (
    2.0  # presses that would wait longer are faster than any leg, and make no movement of their own
)
TURN_S = 2.5  # one steady circle (judgement)
OPEN_S = 0.5  # a circle opens from the middle (judgement)
ARROW_S = 0.5  # from one quarter of a circle to the next (judgement)
ARROW_REST_S = 1.5  # without another arrow the circle closes (judgement)
SWAY_HZ = 0.9  # sway of a posture let go of (judgement)
SWAY = 0.1  # how far it sways, as a share of the normal range (judgement)


class Key(StrEnum):
    """What a key means to a limb; which physical key that is, the settings say."""

    LIMB = "limb"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


QUARTERS = {Key.UP: 0.0, Key.RIGHT: 0.25, Key.DOWN: 0.5, Key.LEFT: 0.75}


class KeyedLimb:
    """A limb and the keys that move it. Presses and releases come in order of time."""

    def __init__(self, moving: MovingLimb) -> None:
        self.moving = moving
        self._active: Key | None = None
        self._pressed_s = float("-inf")
        self._free_s = float("-inf")
        self._turns = 0

    @property
    def crosswise(self) -> bool:
        """Whether arrows are directions of this limb rather than sides of the body."""
        return self.moving.limb.drive in ("two_way", "circle", "tap")

    def press(self, key: Key, at_s: float) -> None:
        """The key goes down."""
        match self.moving.limb.drive:
            case "tap" | "step":
                self._stroke(key, at_s)
            case "circle" if key in QUARTERS:
                self._quarter(QUARTERS[key], at_s)
            case "circle":
                self._circle(at_s)
            case _:
                self._out(key, at_s)
        self._active, self._pressed_s = key, at_s

    def release(self, key: Key, at_s: float) -> None:
        """The key comes up; nothing happens where another key has taken over."""
        if key is not self._active:
            return
        self._active = None
        at_s = max(at_s, self._pressed_s + SHORTEST_PRESS_S)
        match self.moving.limb.drive:
            case "tap" | "step":
                return
            case "circle":
                if key is Key.LIMB:
                    self._close(at_s)
            case _:
                self._back(at_s)

    def _out(self, key: Key, at_s: float) -> None:
        to = TRAVEL
        if self.moving.limb.drive == "two_way":
            inward = key is Key.RIGHT or (key is Key.LIMB and self._turns % 2 == 1)
            self._turns += key is Key.LIMB
            to = -TRAVEL if inward else TRAVEL
        if self.moving.limb.drive == "still":
            self.moving.sway(at_s, 0.0, SWAY_HZ)
        self.moving.lift(at_s)
        self.moving.first.plan(at_s, OUT_S, to)

    def _back(self, at_s: float) -> None:
        limb = self.moving.limb
        if limb.drive == "still":
            self.moving.sway(at_s, SWAY, SWAY_HZ)
            self.moving.sway(at_s + 2 * BACK_S, 0.0, SWAY_HZ)
            self.moving.first.plan(at_s, 2 * BACK_S, 0.0)
            return
        back_s = STOMP_BACK_S if limb.stomp else BACK_S
        height = abs(self.moving.first.planned(at_s))
        self.moving.first.plan(at_s, back_s, 0.0)
        if limb.stomp:
            self.moving.land(at_s + back_s, max(height, TRAVEL / 2) * limb.natural_s / back_s)

    def _stroke(self, key: Key, at_s: float) -> None:
        """One whole tap or step, after those that still wait."""
        limb = self.moving.limb
        if key is Key.DOWN or self._free_s > at_s + LONGEST_WAIT_S:
            return
        aside = self._across(key) if limb.second_range_deg else 0.0
        out_s = limb.natural_s * (TAP_SLOWER if limb.drive == "tap" else 1.0)
        stroke = Stroke(TRAVEL, out_s, 0.0, STROKE_BACK * out_s, aside)
        done = self.moving.stroke(max(at_s, self._free_s), stroke)
        self._free_s = done.end_s + STANCE_S if limb.drive == "step" else done.peak_s + TAP_SEEN_S

    def _across(self, key: Key) -> float:
        """Which side a tap goes to: 0 ahead, 1 outward. The limb key taps an L: outward, ahead in turn."""
        if key is Key.LIMB:
            self._turns += 1
            return float(self._turns % 2 == 1)
        if key is Key.UP:
            return 0.0
        return 1.0 if (key is Key.LEFT) == self.moving.left else -1.0

    def _circle(self, at_s: float) -> None:
        """Open, and go round steadily until the key comes up."""
        turns = self.moving.second
        turns.plan(at_s, OPEN_S, turns.planned(at_s) + OPEN_S / TURN_S / 2, 1.0 / TURN_S)
        self.moving.first.plan(at_s, OPEN_S, TRAVEL)

    def _close(self, at_s: float) -> None:
        turns = self.moving.second
        turns.plan(at_s, BACK_S, turns.planned(at_s) + BACK_S / TURN_S / 2)
        self.moving.first.plan(at_s, BACK_S, 0.0)

    def _quarter(self, quarter: float, at_s: float) -> None:
        """Go on to a quarter of the circle by the shorter way; close if no other arrow follows."""
        turns = self.moving.second
        here = turns.planned(at_s)
        if self.moving.left:
            quarter = -quarter
        ahead = (quarter - here) % 1.0
        turns.plan(at_s, ARROW_S, here + (ahead if ahead <= 0.5 else ahead - 1.0))
        self.moving.first.plan(at_s, OPEN_S, TRAVEL)
        self.moving.first.plan(at_s + ARROW_REST_S, BACK_S, 0.0)
