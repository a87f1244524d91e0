"""`analyse`: count and measure the repetitions of a recording."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TextIO, get_args

import msgspec

from game.movement.calibration import Calibration, learn
from game.movement.engine import Movement
from game.movement.events import Another, MovementKind, Repetition
from game.movement.handling import of_exercise
from game.movement.letter import Order
from game.movement.limits import NO_LIMITS, Limits
from game.movement.magnitude import refuse_impossible
from game.movement.walking import until_walked
from game.training import catalogue
from game.training.exercise import Setup, Side
from hardware.errors import FootfallError
from hardware.recording import Recording, blocks, read_beginning, read_recording
from hardware.sample import Puck, Sample

KINDS: tuple[MovementKind, ...] = get_args(MovementKind)
# Times and angles are told to a tenth of a millisecond or millidegree: the same on every machine.
DECIMALS = 4
SIDES: tuple[Side, ...] = get_args(Side)

LEARNT_FROM_ITSELF = "No calibration was given, so range and direction are learnt from the recording itself."
COUNTED = "{count} repetitions of {name}."
RIDES_ALONG = "The {puck} puck does not work in this movement and is not counted."
ROW = "{puck:<7}{start_s:>9.2f} s to {end_s:>8.2f} s {range_deg:>7.1f} degrees  {how}"
GYRO_DOUBTED = "The {puck} gyroscope does not turn as gravity does: it is not believed (degrees a second?)."
HANDLED = "From {from_s:.1f} to {to_s:.1f} s the {puck} puck does this movement; else it was handled."
ANOTHER = "{puck} puck: {count} of another movement than this one, not counted."
NO_KIND = "There is no movement called '{kind}'. Choose one of: {kinds}."
DOES_NOT_FIT = "This recording does not hold what {name} needs. It needs a puck with: {needs}."


class AnalysisRow(msgspec.Struct, frozen=True):
    """One repetition; times count from the recording's first row."""

    puck: Puck
    start_s: float
    peak_s: float
    end_s: float
    range_deg: float
    full: bool


class Analysis(msgspec.Struct, frozen=True):
    """All repetitions, full and partial together, in the order they ended.

    others: how often each puck made another movement, which is not counted.
    """

    count: int
    reps: list[AnalysisRow]
    others: dict[Puck, int] = {}


def run(
    recording: Path,
    *,
    exercise: str | None = None,
    movement: str | None = None,
    calibrate: Path | None = None,
    as_json: bool = False,
    out: TextIO | None = None,
) -> int:
    """Analyse a recording and print the result; notes go to stderr. Raises FootfallError for bad input."""
    out = sys.stdout if out is None else out
    name, kinds = _kinds(exercise, movement)
    # What is usual for steps shows at once: the rest of a long walk is read as it is counted.
    walked = all(kind == "step" for kind, _ in kinds)
    played = read_beginning(recording, until_walked) if walked else read_recording(recording)
    kind, setup = _fitting(name, kinds, played)
    place = "" if setup is None else setup.place
    refuse_impossible(played.samples)
    samples, parts = of_exercise(played.samples, kind)
    known = learn(samples if calibrate is None else read_recording(calibrate).samples, kind, place)
    zero_s = played.samples[0].time_s
    limits = NO_LIMITS if exercise is None else catalogue.load().find(exercise).limits
    orders = _orders(setup, played, known)
    whole = chain.from_iterable(blocks(recording)) if walked else samples
    analysis = analyse(whole, kind, known, zero_s, limits=limits, orders=orders)
    for puck, part in parts.items():
        if not part.whole:
            times = {"from_s": part.from_s - zero_s, "to_s": part.to_s - zero_s}
            print(HANDLED.format(puck=puck, **times), file=sys.stderr)
    for puck, own in sorted(known.items()):
        if not own.has_gyro and any(one.gyro_dps for one in samples if one.puck == puck):
            print(GYRO_DOUBTED.format(puck=puck), file=sys.stderr)
    if calibrate is None:
        print(LEARNT_FROM_ITSELF, file=sys.stderr)
    for puck in sorted({sample.puck for sample in played.samples} - set(known)):
        print(RIDES_ALONG.format(puck=puck), file=sys.stderr)
    for puck in sorted(analysis.others):
        print(ANOTHER.format(puck=puck, count=analysis.others[puck]), file=sys.stderr)
    if as_json:
        out.write(msgspec.json.encode({"count": analysis.count, "reps": analysis.reps}).decode() + "\n")
        return 0
    out.write(COUNTED.format(count=analysis.count, name=name) + "\n")
    for row in analysis.reps:
        how = "too far" if row.range_deg > limits.most_deg else "full" if row.full else "partial"
        out.write(ROW.format(how=how, **msgspec.structs.asdict(row)) + "\n")
    return 0


def analyse(
    samples: Iterable[Sample],
    kind: MovementKind,
    known: dict[Puck, Calibration],
    zero_s: float | None = None,
    *,
    limits: Limits = NO_LIMITS,
    orders: Mapping[Puck, Order] | None = None,
) -> Analysis:
    """Feed a recording through the same code that plays the game.

    Times count from zero_s, the first sample's if left out. limits and orders: as `Movement` has them.
    """
    rest = iter(samples)
    first = next(rest)
    zero_s = first.time_s if zero_s is None else zero_s
    movement = Movement(kind, known, limits, orders)
    events = movement.feed(chain([first], rest)) + movement.finish()
    rows = [
        AnalysisRow(
            puck=one.puck,
            start_s=round(one.start_s - zero_s, DECIMALS),
            peak_s=round(one.peak_s - zero_s, DECIMALS),
            end_s=round(one.end_s - zero_s, DECIMALS),
            range_deg=round(one.range_deg, DECIMALS),
            full=one.full,
        )
        for one in events
        if isinstance(one, Repetition)
    ]
    others = Counter(event.puck for event in events if isinstance(event, Another))
    return Analysis(len(rows), rows, dict(others))


def _kinds(exercise: str | None, movement: str | None) -> tuple[str, list[tuple[MovementKind, Setup | None]]]:
    if exercise is not None:
        found = catalogue.load().find(exercise)
        return found.name, [(setup.kind, setup) for setup in found.setups]
    for kind in KINDS:
        if kind == movement:
            return kind, [(kind, None)]
    raise FootfallError(NO_KIND.format(kind=movement, kinds=", ".join(KINDS)))


def _fitting(
    name: str, kinds: list[tuple[MovementKind, Setup | None]], played: Recording
) -> tuple[MovementKind, Setup | None]:
    """The kind and the set-up that the recording was made in, or the first whose needs it meets."""
    first = played.samples[0]
    present = {"accelerometer"}
    present |= {"gyroscope"} if first.gyro_dps is not None else set()
    present |= {"force"} if any(sample.force is not None for sample in played.samples[:100]) else set()
    fits = [(kind, setup) for kind, setup in kinds if setup is None or present >= set(setup.needs)]
    if not fits:
        needs = " or ".join(sorted({", ".join(setup.needs) for _, setup in kinds if setup is not None}))
        raise FootfallError(DOES_NOT_FIT.format(name=name, needs=needs))
    places = set(played.about.places.values()) if played.about else set()
    for kind, setup in fits:
        if setup is not None and places & {setup.place_of("left"), setup.place_of("right")}:
            return kind, setup
    return fits[0]


def _orders(setup: Setup | None, played: Recording, pucks: Iterable[Puck]) -> dict[Puck, Order]:
    """Of an exercise whose repetition is two taps: which, for each foot; either side where nobody said."""
    if setup is None:
        return {}
    places = played.about.places if played.about else {}
    orders: dict[Puck, Order] = {}
    for puck in pucks:
        side = next((one for one in SIDES if places.get(puck) == setup.place_of(one)), None)
        order = setup.order(side)
        if order is not None:
            orders[puck] = order
    return orders
