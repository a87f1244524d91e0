"""Calibration as it happens, for the Prepare screen, or from a whole recording at once."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from game.movement.events import MovementKind, Repetition
from game.movement.gap import GAP_S
from game.movement.kinds import fit, trace_for, tracker_for
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.magnitude import magnitude_trouble
from game.movement.rest import STILL_S, Stillness, force_rests, quietest, stillness
from game.movement.traces import Trace
from game.movement.vectors import angle_deg, mean, unit
from hardware.sample import Puck, Sample

# Three natural repetitions: one may be odd, the median of three is not.
REPETITIONS = 3
# After so long without moving, moving is no longer held against the limb (s).
FORGIVEN_S = 1.0
# How often the stillness is judged (s).
JUDGE_S = 0.2
# What is kept for learning; a leg holds nothing faster than half of this (Hz).
KEPT_HZ = 100.0
# Still by so much (deg) from where it was still first, a limb may rest there: the puck was on a table.
ELSEWHERE_DEG = 20.0
# Repetitions that cannot be learnt from are forgotten after so long without a new one (s).
PATIENCE_S = 60.0

# A recording should begin at rest; stillness is looked for at its beginning, in ever shorter windows (s).
# Stillness that begins later may be a hold.
RECORDING_STILL_S = (STILL_S, 1.0, 0.5)
RECORDING_LEAD_S = 0.5
# A limb rides along that moves by less than this share of another's range, and in this share of its movements
# at the same time as the other. Legs that alternate hardly overlap.
RIDES_ALONG = 0.5
TOGETHER = 0.3
# A recording that is nowhere steadier than this (deg/s) does not show the gyroscope's bias.
STEADY_DPS = 5.0
# With no stillness at all, rest is the first instant (s).
INSTANT_S = 0.1


class LearnerStage(StrEnum):
    """How far a calibration has come."""

    WAITING = "waiting"
    STILL = "still"
    REPETITIONS = "repetitions"
    DONE = "done"


_ORDER = list(LearnerStage)


class Learner:
    """Learns one or more limbs at once, each from its own puck; feed it and look at what it says.

    pucks are those that will work: every one of them has to move. Stillness and repetitions of several limbs
    may come in any order.
    """

    def __init__(self, kind: MovementKind, pucks: Iterable[Puck], place: str = "") -> None:
        self.limbs = {puck: LimbLearner(kind, place) for puck in pucks}

    def feed(self, samples: Iterable[Sample]) -> None:
        """Take samples in order of time; those of other pucks are let pass."""
        for sample in samples:
            limb = self.limbs.get(sample.puck)
            if limb is not None:
                limb.feed(sample)

    @property
    def stage(self) -> LearnerStage:
        """The stage of the limb that is least far."""
        return min((limb.stage for limb in self.limbs.values()), key=_ORDER.index)

    @property
    def still_s(self) -> float:
        """How long every limb has been still, up to the three seconds that are asked."""
        return min(limb.still_s for limb in self.limbs.values())

    @property
    def still_share(self) -> float:
        """The same as a share of what is asked, 0 to 1."""
        return self.still_s / STILL_S

    @property
    def repetitions(self) -> int:
        """Repetitions of the limb that has made fewest, up to three."""
        return min(limb.repetitions for limb in self.limbs.values())

    @property
    def trouble(self) -> Trouble | None:
        """Why it does not go on, if it does not."""
        for limb in self.limbs.values():
            if limb.trouble is not None and limb.stage is self.stage:
                return limb.trouble
        return None

    @property
    def position(self) -> float:
        """Where the limb that is furthest out is now: 0 at rest, about 1 at its largest movement so far."""
        return max(limb.position for limb in self.limbs.values())

    @property
    def calibrations(self) -> dict[Puck, Calibration]:
        """What has been learnt so far."""
        return {puck: limb.calibration for puck, limb in self.limbs.items() if limb.calibration}


class LimbLearner:
    """Learns one limb.

    Stillness in another posture may be a hold, or the true rest after one on a table: both are followed, and
    the first of them from which three movements are seen is right. begun_s: when the stillness began that was
    learnt from.
    """

    def __init__(self, kind: MovementKind, place: str = "", *, alone: bool = False) -> None:
        """place: where the puck sits, if known. alone: stillness elsewhere does not matter."""
        self.stage = LearnerStage.WAITING
        self.still_s = 0.0
        self.repetitions = 0
        self.trouble: Trouble | None = Trouble.NO_SIGNAL
        self.position = 0.0
        self.calibration: Calibration | None = None
        self._kind = kind
        self._place = place
        self._kept: list[Sample] = []
        self._judged_s = float("-inf")
        self._rest: Stillness | None = None
        self._trace: Trace | None = None
        self._moved = False
        self._refused: Trouble | None = None
        self._asked_once_more = False
        self.begun_s: float | None = None
        self._alone = alone
        self._still: list[Sample] = []
        self._elsewhere: LimbLearner | None = None

    def feed(self, sample: Sample) -> None:
        """Take one sample of this limb's puck."""
        self._feed(sample)
        if self._trace is not None and self.stage is LearnerStage.REPETITIONS and not self._alone:
            self._look_elsewhere(sample)

    def _feed(self, sample: Sample) -> None:
        if self._kept and sample.time_s - self._kept[-1].time_s < 0.9 / KEPT_HZ:
            return
        if self.stage is LearnerStage.WAITING:
            self.stage, self.trouble = LearnerStage.STILL, None
        if self.stage is LearnerStage.DONE:
            return
        if self._trace is None and self._kept and sample.time_s - self._kept[-1].time_s > GAP_S:
            self._kept = []
        self._kept.append(sample)
        if self._trace is None:
            self._wait_for_stillness(sample.time_s)
        else:
            self._follow(self._trace, sample)

    def _wait_for_stillness(self, now_s: float) -> None:
        if now_s - self._judged_s < JUDGE_S:
            return
        self._judged_s = now_s
        rest = stillness(self._kept)
        while not self._rests(rest) and len(self._kept) > 4:
            # Keep what was still at the end: a twitch costs the time before it, not the time since.
            self._kept = self._kept[len(self._kept) // 4 + 1 :]
            rest = stillness(self._kept)
            self._moved = True
        self.still_s = min(now_s - self._kept[0].time_s, STILL_S)
        self.trouble = self._refused if self.still_s >= FORGIVEN_S or not self._moved else Trouble.MOVING
        if self.still_s >= STILL_S:
            self._begin(rest)

    def _rests(self, rest: Stillness) -> bool:
        """Whether what is kept is rest; a puck under a foot lies still whatever the foot does."""
        return rest.still and (self._kind != "press" or force_rests(self._kept))

    def _begin(self, rest: Stillness) -> None:
        trouble = magnitude_trouble(self._kept)
        if trouble is not None:
            self._again(trouble)
            return
        self.stage, self.trouble, self.repetitions = LearnerStage.REPETITIONS, None, 0
        self._rest, self.begun_s = rest, self._kept[0].time_s
        self._still, self._elsewhere = [], None
        try:
            trace = trace_for(self._kind, self._kept, rest, self._place)
            for sample in self._kept:
                trace.add(sample)
            self._trace = trace
        except CalibrationRefused as refused:
            self._again(refused.trouble)

    def _look_elsewhere(self, sample: Sample) -> None:
        """Whether the limb lies still in another posture, and whether it moves from there."""
        other = self._elsewhere
        if other is not None:
            other.feed(sample)
            if other.stage is LearnerStage.DONE:
                self.calibration, self.begun_s = other.calibration, other.begun_s
                self.stage, self.trouble = LearnerStage.DONE, None
                self.repetitions = REPETITIONS
                return
            self.trouble = None if other.repetitions else Trouble.RESTS_ELSEWHERE
            if other.repetitions >= self.repetitions:
                self.repetitions, self.position = other.repetitions, other.position
        found = self._lies_still(sample)
        rest = self._rest if other is None else other._rest or self._rest
        if found is None or rest is None or angle_deg(found.rest_up, rest.rest_up) < ELSEWHERE_DEG:
            return
        self._elsewhere = LimbLearner(self._kind, self._place, alone=True)
        for one in self._still:
            self._elsewhere.feed(one)

    def _came_back_elsewhere(self) -> bool:
        """Whether the limb is nearer to the other rest: then that one is right, and has its third to come."""
        other = None if self._elsewhere is None else self._elsewhere._rest
        if other is None or self._rest is None:
            return False
        up = unit(mean(one.accel_g for one in self._still[-10:]))
        return angle_deg(up, other.rest_up) < angle_deg(up, self._rest.rest_up)

    def _lies_still(self, sample: Sample) -> Stillness | None:
        """The stillness of the last three seconds, if that is what they were; looked at now and then."""
        still = self._still
        if still and not 0.0 < sample.time_s - still[-1].time_s <= GAP_S:
            still.clear()
        still.append(sample)
        if sample.time_s - still[0].time_s < STILL_S + JUDGE_S:
            return None
        del still[: sum(one.time_s < sample.time_s - STILL_S - 0.01 for one in still)]
        found = stillness(still)
        return found if self._rests(found) else None

    def _follow(self, trace: Trace, sample: Sample) -> None:
        came_back = trace.add(sample)
        self.position = trace.position
        if not came_back:
            if sample.time_s - self._kept[0].time_s > PATIENCE_S:
                self._again(Trouble.TOO_SMALL)
            return
        self.repetitions = min(trace.count(), REPETITIONS)
        if self.repetitions < REPETITIONS or self._came_back_elsewhere():
            return
        assert self._rest is not None
        try:
            known = fit(self._kind, self._kept, self._rest, REPETITIONS, self._place)
        except CalibrationRefused as refused:
            if refused.trouble is Trouble.TOO_FEW:
                self.repetitions = REPETITIONS - 1
            else:
                self._again(refused.trouble)
            return
        known = msgspec.structs.replace(
            known, sureness=msgspec.structs.replace(known.sureness, seen=trace.count())
        )
        if not known.sureness.sure and not self._asked_once_more:
            self._asked_once_more = True
            self.repetitions, self.trouble = REPETITIONS - 1, Trouble.ONCE_MORE
            return
        self.calibration = known
        self.stage, self.trouble = LearnerStage.DONE, None

    def _again(self, trouble: Trouble) -> None:
        """Start over from stillness, and say why."""
        self.stage, self.trouble, self._refused, self._moved = LearnerStage.STILL, trouble, trouble, False
        self.still_s, self.repetitions, self.position = 0.0, 0, 0.0
        self._kept, self._trace, self._rest = [], None, None


def learn(samples: Iterable[Sample], kind: MovementKind, place: str = "") -> dict[Puck, Calibration]:
    """Learn every limb that works in a recording of one person doing one exercise.

    The recording begins at rest and holds one or more repetitions, of any size and speed, with or without
    pauses between. A puck that only rides along with another's movement is left out. Raises
    CalibrationRefused when no limb can be learnt.
    """
    by_puck: dict[Puck, list[Sample]] = {}
    for sample in samples:
        by_puck.setdefault(sample.puck, []).append(sample)
    learnt: dict[Puck, Calibration] = {}
    refused = CalibrationRefused(Trouble.NO_SIGNAL)
    for puck, own in by_puck.items():
        try:
            learnt[puck] = fit(kind, own, _known_bias(own), 1, place)
        except CalibrationRefused as error:
            refused = error
    if not learnt:
        raise refused
    done = {puck: _repetitions(puck, known, by_puck[puck]) for puck, known in learnt.items()}
    return {puck: known for puck, known in learnt.items() if not _rides_along(puck, learnt, done)}


def _repetitions(puck: Puck, known: Calibration, samples: Sequence[Sample]) -> list[Repetition]:
    tracker = tracker_for(known.kind, puck, known)
    return [event for sample in samples for event in tracker.feed(sample) if isinstance(event, Repetition)]


def _rides_along(
    puck: Puck, learnt: Mapping[Puck, Calibration], done: Mapping[Puck, Sequence[Repetition]]
) -> bool:
    """Whether a puck moves little while another moves much: a resting leg is shaken by the working one.

    Limbs that work in turn keep both their places, however unequal they are.
    """
    own = done[puck]
    for other, theirs in done.items():
        if other == puck or _size(learnt[puck]) > RIDES_ALONG * _size(learnt[other]):
            continue
        together = [
            one for one in own if any(one.start_s < its.end_s and its.start_s < one.end_s for its in theirs)
        ]
        if len(together) >= TOGETHER * len(own):
            return True
    return False


def _size(known: Calibration) -> float:
    return known.range_deg or abs(known.force_range)


def beginning(samples: Sequence[Sample]) -> Stillness:
    """The first stillness of a recording, as long as can be had; failing that, its first instant."""
    for length_s in RECORDING_STILL_S:
        found = _first_still(samples, length_s)
        if found is not None:
            return found
    until_s = samples[0].time_s + INSTANT_S
    return stillness([sample for sample in samples if sample.time_s <= until_s])


def _known_bias(samples: Sequence[Sample]) -> Stillness:
    """The beginning; the gyroscope's bias from there, or else from the quietest second if that is still."""
    rest = beginning(samples)
    quiet = _first_still(samples, STILL_S) or quietest(samples)
    still = quiet.still and quiet.sway_dps <= STEADY_DPS
    return msgspec.structs.replace(rest, bias_dps=quiet.bias_dps if still else (0.0, 0.0, 0.0))


def _first_still(samples: Sequence[Sample], length_s: float) -> Stillness | None:
    begin = 0
    for end, sample in enumerate(samples):
        if end and sample.time_s - samples[end - 1].time_s > GAP_S:
            begin = end
        if sample.time_s - samples[begin].time_s >= length_s:
            if samples[begin].time_s - samples[0].time_s > RECORDING_LEAD_S:
                return None
            found = stillness(samples[begin : end + 1])
            if found.still:
                return found
            while sample.time_s - samples[begin].time_s >= 0.8 * length_s:
                begin += 1
    return None
