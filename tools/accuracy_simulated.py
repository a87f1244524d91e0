"""How well the movements of simulated patients are counted. This is simulation, not people.

    python -m tools.accuracy_simulated [--repetitions N] [--exercise ID ...]

Every session is learnt by the streaming learner of the Prepare screen from its own beginning. Conditions go
round: quiet, quick, tremor of 4 and 8 Hz, spasms, a strap that slips, a gyroscope bias of 20 deg/s, one that
saturates, lost samples and bursts, 25 Hz, no gyroscope. Severities go round too. Printed for each set-up of
each exercise: repetitions made, missed, counted though not made, and sessions that the learner refused.
"""

import argparse
from collections.abc import Sequence
from itertools import count, cycle

import msgspec

from game.movement.calibration import Learner, LearnerStage
from game.movement.engine import Movement
from game.movement.events import Repetition
from game.training import catalogue
from game.training.exercise import Setup
from hardware.moving_limb import Done
from hardware.patient_ability import Severity
from hardware.simulated_puck import Sensor
from hardware.simulated_session import Conditions, simulated_session

SEVERITIES: tuple[Severity, ...] = ("mild", "moderate", "severe")
CONDITIONS: tuple[Conditions, ...] = (
    Conditions(),
    Conditions(speed=1.5, rest_s=0.8),
    Conditions(tremor_hz=4.0),
    Conditions(tremor_hz=8.0),
    Conditions(jerks_per_minute=4.0),
    Conditions(slip_deg=15.0),
    Conditions(sensor=Sensor(gyro_bias_dps=(12.0, -12.0, 10.0))),
    Conditions(sensor=Sensor(gyro_range_dps=125.0)),
    Conditions(loss=0.02, burst_s=0.3),
    Conditions(sensor=Sensor(rate_hz=25.0)),
    Conditions(sensor=Sensor(gyroscope=False)),
)
IN_A_SESSION = 25


class Tally(msgspec.Struct):
    """What was made and what was found."""

    made: int = 0
    found: int = 0
    false: int = 0
    sessions: int = 0
    refused: int = 0


def tally(setup: Setup, repetitions: int) -> Tally:
    """Sessions of one set-up until so many repetitions were made in sessions that could be learnt."""
    total = Tally()
    severities, conditions = cycle(SEVERITIES), cycle(CONDITIONS)
    for seed in count():
        if total.made >= repetitions or total.sessions > 2 * repetitions / IN_A_SESSION + 50:
            return total
        how = msgspec.structs.replace(next(conditions), severity=next(severities))
        if "gyroscope" in setup.needs and not how.sensor.gyroscope:
            continue
        if setup.kind == "still":
            how = msgspec.structs.replace(how, hold_s=3.0)
        total.sessions += 1
        session = simulated_session(
            setup.limb, IN_A_SESSION, seed=seed, conditions=how, place=setup.place_of("right")
        )
        learner = Learner(setup.kind, ["blue"])
        learner.feed(one for one in session.samples if one.time_s <= session.calibrated_s)
        if learner.stage is not LearnerStage.DONE:
            total.refused += 1
            continue
        movement = Movement(setup.kind, learner.calibrations)
        events = movement.feed(one for one in session.samples if one.time_s > session.calibrated_s)
        counted = [event for event in events if isinstance(event, Repetition)]
        matched = _matched(session.repetitions, counted)
        total.made += len(session.repetitions)
        total.found += matched
        total.false += len(counted) - matched
    return total


def _matched(true: Sequence[Done], counted: Sequence[Repetition]) -> int:
    """How many true repetitions have a counted one of their own that overlaps them in time."""
    free = list(counted)
    matched = 0
    for made in true:
        for one in free:
            if one.start_s <= made.end_s and made.start_s <= one.end_s:
                free.remove(one)
                matched += 1
                break
    return matched


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repetitions", type=int, default=10_000, help="for each set-up")
    parser.add_argument("--exercise", nargs="*", default=[])
    arguments = parser.parse_args()
    print("simulated patients, not people")
    everything = catalogue.load()
    for name in arguments.exercise or sorted(everything):
        for setup in everything.find(name).setups:
            total = tally(setup, arguments.repetitions)
            missed = total.made - total.found
            print(
                f"  {name:26} {setup.id:14} made {total.made:6} missed {missed:5} false {total.false:5} "
                f"refused {total.refused}/{total.sessions} sessions",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
