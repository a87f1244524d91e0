"""What may go wrong with a simulated leg and its puck, one thing at a time, and what each exercise asks.

A condition changes one thing of a quiet session. Tremor is given as a shin shows it at 4 Hz: the muscles that
shake a limb have so much torque, so its angle falls with the square of the frequency, and with the lever of a
limb longer than a shin.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from game.movement.events import MovementKind, Target
from game.training import catalogue
from hardware.limb import limb_at
from hardware.patient_ability import TREMOR_LEVER_M
from hardware.sample import Sample
from hardware.simulated_puck import Sensor
from hardware.simulated_session import Conditions
from tools.worse_signals import interrupted

# Movements that recordings of real people cover; `tools.accuracy` measures those.
RECORDED = ("knee_extension",)
# The level whose range and hold are asked; longer holds only cost time (s), a posture is held longer.
ASKED_LEVEL = 5
LONGEST_HOLD_S = 1.5
LONGEST_POSTURE_S = 4.0
# A strong tremor of a shin at 4 Hz, half of peak to peak (deg): half a g at the ankle, at any frequency.
TREMOR_DEG, TREMOR_HZ = 1.5, 4.0
SPASMS_PER_MINUTE = 6.0
# Between one movement and the next (s).
REST_S = 1.0
SLIP_DEG = 15.0
# People rarely come back to the same place (share of the own range), and a tired leg sags (of its height).
REST_SPREAD, SAG = 0.12, 0.2
# The least ranges that common chips can be set to.
NARROW_G, NARROW_DPS = 2.0, 125.0
BURST_S, BURSTS_PER_MINUTE = 0.3, 6.0


class SetUp(msgspec.Struct, frozen=True):
    """One way to move that the game asks for: exercises that move the same limb in the same way share it."""

    name: str
    kind: MovementKind
    limb: str
    place: str
    target: Target
    needs_gyroscope: bool


class Condition(msgspec.Struct, frozen=True):
    """One thing that is not as it should be. burst_s: gaps that open in what is played."""

    conditions: Conditions
    tremor_hz: float = 0.0
    burst_s: float = 0.0


def _with(**changed: object) -> Condition:
    return Condition(msgspec.structs.replace(Conditions(), **changed))


def _sensor(**changed: object) -> Condition:
    return Condition(Conditions(sensor=msgspec.structs.replace(Sensor(), **changed)))


CONDITIONS: Mapping[str, Condition] = {
    "quiet": Condition(Conditions()),
    "slow (0.6 x)": _with(speed=0.6),
    "fast (1.6 x)": _with(speed=1.6),
    "tremor 4 Hz": Condition(Conditions(), tremor_hz=4.0),
    "tremor 6 Hz": Condition(Conditions(), tremor_hz=6.0),
    "tremor 8 Hz": Condition(Conditions(), tremor_hz=8.0),
    "spasms, 6 a minute": _with(jerks_per_minute=SPASMS_PER_MINUTE),
    "never the same rest": _with(rest_spread=REST_SPREAD),
    "sags in the hold": _with(sag=SAG),
    "strap slips 15°": _with(slip_deg=SLIP_DEG),
    "gyroscope bias 20°/s": _sensor(gyro_bias_dps=(20.0, 0.0, 0.0)),
    "saturation at 2 g, 125°/s": _sensor(accel_range_g=NARROW_G, gyro_range_dps=NARROW_DPS),
    "2 % of samples lost": _with(loss=0.02),
    "300 ms lost 6 times a minute": Condition(Conditions(), burst_s=BURST_S),
    "no gyroscope": _sensor(gyroscope=False),
    "25 Hz": _sensor(rate_hz=25.0),
    "50 Hz": _sensor(rate_hz=50.0),
    "400 Hz": _sensor(rate_hz=400.0),
}


def set_ups() -> list[SetUp]:
    """Every set-up of the game that no recording covers, those that move alike together."""
    named: dict[tuple[MovementKind, str, str, Target, bool], list[str]] = {}
    for exercise in catalogue.load().values():
        level = exercise.levels[ASKED_LEVEL - 1]
        for setup in exercise.setups:
            if setup.limb in RECORDED:
                continue
            longest_s = LONGEST_POSTURE_S if setup.kind == "still" else LONGEST_HOLD_S
            held = setup.kind not in ("circle", "tap", "step")
            target = Target(level.range, min(level.hold_s, longest_s) if held else 0.0)
            place = setup.place if setup.place in ("knees", "chest") else f"right_{setup.place}"
            key = (setup.kind, setup.limb, place, target, "gyroscope" in setup.needs)
            named.setdefault(key, []).append(f"{exercise.id} {setup.id}")
    return [SetUp(_together(names), *key) for key, names in named.items()]


def conditions_for(condition: Condition, set_up: SetUp) -> Conditions:
    """The condition for one set-up, with what is asked there."""
    made = msgspec.structs.replace(
        condition.conditions, target=set_up.target.range, hold_s=set_up.target.hold_s, rest_s=REST_S
    )
    if not condition.tremor_hz:
        return made
    lever_m = math.hypot(*limb_at(set_up.limb, set_up.place).lever_m)
    shorter = min(1.0, TREMOR_LEVER_M / max(lever_m, 0.01))
    tremor_deg = TREMOR_DEG * shorter * (TREMOR_HZ / condition.tremor_hz) ** 2
    return msgspec.structs.replace(made, tremor_deg=tremor_deg, tremor_hz=condition.tremor_hz)


def with_bursts(condition: Condition, played: Sequence[Sample], seed: int) -> list[Sample]:
    """What is played, with the gaps of the condition."""
    if not condition.burst_s:
        return list(played)
    return interrupted(played, condition.burst_s, BURSTS_PER_MINUTE, seed)


def _together(names: Sequence[str]) -> str:
    """ "a b" and "a c" as "a b, c"."""
    shown = names[0]
    for before, name in pairwise(names):
        same = before.split()[0] == name.split()[0]
        shown += f", {name.split()[1] if same else name}"
    return shown.replace("_", " ")
