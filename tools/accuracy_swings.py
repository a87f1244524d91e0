"""How well swings are counted and measured by set: people and places unlike those the engine was made with.

    python -m tools.accuracy_swings RECORDINGS [--set TEXT ...] [--quick]

Sets: uci (ankle, thigh), alone (heel raises, clams, bridges, a dancer: files that teach themselves), others
(movements that are not the one taught), range (against the limb model; SIMULATION).
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.movement.calibration import CalibrationRefused
from hardware.kinematics import MotionPath
from hardware.limb import Limb, measure
from hardware.sample import Sample
from hardware.simulated_puck import Sensor, SimulatedPuck
from tools import worse_signals as worse
from tools.accuracy import ROOM_S, Score, count, score
from tools.recorded_people import uci_sessions
from tools.recorded_swings import alone, others

SETS = ("uci", "alone", "others", "range")


def uci(recordings: Path) -> None:
    """Blocks of the four leg exercises, by place, with and without a gyroscope."""
    for place in ("ankle_R", "thigh_R"):
        for blind in (False, True):
            total = Score()
            for person in uci_sessions(recordings, place):
                learn_from, played = person.learn_from, person.played
                if blind:
                    learn_from, played = worse.without_gyro(learn_from), worse.without_gyro(played)
                try:
                    one, counts = score(person, count(learn_from, played))
                except CalibrationRefused as refused:
                    one, counts = score(person, [])
                    print(f"  {place} {person.person} {person.exercise} {refused.trouble}")
                if one.exact < one.blocks or one.idle:
                    print(f"  {place} {person.person} {person.exercise:28} {counts} idle {one.idle}")
                total.add(one)
            print(f"{place}{', no gyroscope' if blind else ''}: {total.line()}")


def files(recordings: Path) -> None:
    """Files that teach themselves: one line for each that is not exact, one a set."""
    sums: dict[str, list[int]] = {}
    for one in alone(recordings):
        try:
            found = count(one.played, one.played, one.kind)
            got: int | str = sum(one.start_s - ROOM_S <= each.peak_s <= one.end_s + ROOM_S for each in found)
        except CalibrationRefused as refused:
            got = str(refused.trouble)
        off = max(one.least - got, got - one.most, 0) if isinstance(got, int) else one.least
        sums.setdefault(one.dataset, []).append(off)
        if off:
            print(f"  {one.dataset:12} {one.name:32} {one.least}/{got}")
    for name, offs in sums.items():
        exact, within = sum(off == 0 for off in offs), sum(off <= 1 for off in offs)
        print(f"{name}: exact {exact} of {len(offs)}, within one {within}, worst {max(offs)}")


def other_movements(recordings: Path) -> None:
    """Runs of another movement in which anything counts."""
    sums: dict[str, list[int]] = {}
    for one in others(recordings):
        try:
            got = len(count(one.learn_from, one.played))
        except CalibrationRefused as refused:
            print(f"  {one.dataset} {one.name} not learnt: {refused.trouble}")
            continue
        sums.setdefault(one.dataset, []).append(got)
        if got:
            print(f"  {one.dataset} {one.name}: {got}")
    for name, counts in sums.items():
        print(f"{name}: {sum(got > 0 for got in counts)} of {len(counts)} runs, {sum(counts)} counted")
    everything = [got for counts in sums.values() for got in counts]
    print(f"others in all: {sum(got > 0 for got in everything)} of {len(everything)} runs counted anything")


def swings(angle_deg: float, out_s: float, lever_m: float, sensor: Sensor, pause_s: float) -> list[Sample]:
    """Eight swings of a shank out and back after four seconds of stillness, with a pause between."""
    limb = Limb("swing", (0.0, -1.0, 0.0), angle_deg, (0.0, 0.0, -lever_m))
    course = MotionPath()
    begin_s = 4.0
    for _ in range(8):
        course.plan(begin_s, out_s, 1.0)
        course.plan(begin_s + out_s, out_s, 0.0)
        begin_s += 2 * out_s + pause_s
    device = SimulatedPuck("blue", sensor, f"range {angle_deg} {out_s} {lever_m}")
    ticks = range(int((begin_s + 2.0) * sensor.rate_hz))
    return [
        device.sample(tick / sensor.rate_hz, measure(limb, course.at(tick / sensor.rate_hz)))
        for tick in ticks
    ]


def legs(quick: bool) -> Iterator[tuple[float, float, float]]:
    """Range (deg), time out (s) and lever (m) of each swing of the model."""
    for angle_deg in (10.0, 30.0, 60.0, 90.0):
        for out_s in (0.3, 0.35, 0.5, 0.9, 3.0):
            for lever_m in (0.1, 0.35) if quick else (0.1, 0.2, 0.3, 0.4):
                yield angle_deg, out_s, lever_m


def ranges(quick: bool) -> None:
    """Error of the range against the limb model. SIMULATION."""
    sensors = {
        "whole": Sensor(),
        "clips at 250": Sensor(gyro_range_dps=250.0),
        "clips at 125": Sensor(gyro_range_dps=125.0),
        "clips at 125 and 2 g": Sensor(gyro_range_dps=125.0, accel_range_g=2.0),
        "25 Hz": Sensor(rate_hz=25.0),
        "no gyroscope": Sensor(gyroscope=False),
    }
    for name, sensor in sensors.items():
        bad: list[str] = []
        cells = 0
        for angle_deg, out_s, lever_m in legs(quick):
            slow = swings(angle_deg, 0.9, lever_m, sensor, 1.0)
            for pause_s in (0.0, 0.5, 1.5):
                played = swings(angle_deg, out_s, lever_m, sensor, pause_s)
                for name_taught, taught in (("slowly", slow), ("by itself", played)):
                    cells += 1
                    told = _range_error(taught, played, angle_deg)
                    if told:
                        leg = f"{angle_deg:.0f} deg {out_s} s {lever_m} m pause {pause_s}"
                        bad.append(f"    {leg}, taught {name_taught}: {told}")
        print(f"range, {name}: {cells - len(bad)} of {cells} legs within 3 deg or 5 % (SIMULATION)")
        if bad:
            print("\n".join(bad))


def _range_error(taught: Sequence[Sample], played: Sequence[Sample], angle_deg: float) -> str:
    try:
        found = count(taught, played)
    except CalibrationRefused as refused:
        return str(refused.trouble)
    allowed = max(3.0, 0.05 * angle_deg)
    measured = [one.range_deg for one in found]
    if len(found) != 8:
        return f"counted {len(found)}: {[round(one) for one in measured]}"
    worst = max(measured, key=lambda one: abs(one - angle_deg))
    return "" if math.fabs(worst - angle_deg) <= allowed else f"{worst:.1f}"


def main() -> None:
    """Print the sets asked for."""
    parser = argparse.ArgumentParser(description="Swings by set.")
    parser.add_argument("recordings", type=Path)
    parser.add_argument("--set", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--quick", action="store_true", help="fewer levers in the range table")
    asked = parser.parse_args()
    if "uci" in asked.set:
        uci(asked.recordings)
    if "alone" in asked.set:
        files(asked.recordings)
    if "others" in asked.set:
        other_movements(asked.recordings)
    if "range" in asked.set:
        ranges(asked.quick)


if __name__ == "__main__":
    main()
