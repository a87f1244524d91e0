"""What a person's own taps are like: where the foot meets the floor, how hard, how far it goes for it."""

from collections.abc import Sequence
from statistics import median

import msgspec

from game.movement.events import MovementKind
from game.movement.foot import BACK, Foot
from game.movement.jolt import Jolt
from game.movement.learnt import Calibration, CalibrationRefused, TapSite, Trouble
from game.movement.rest import Stillness
from game.movement.tap import APART_S, GONE, OVER_TREMOR, RING_S, TRAVEL_S, Impact
from hardware.sample import Sample

# An impact stands out when it is so many times what the puck feels at rest.
STANDS_OUT = 8.0
# Nothing smaller is a way (deg).
SMALLEST_DEG = 1.0
# Impacts half as hard as the three hardest belong to them.
ALIKE = 0.5
# Who comes home so many times harder than anything is felt out there taps at home: lifts the toes and lets
# them fall. Others set the foot down out there and then take it back.
HARDER_HOME = 1.5


class TapWay(msgspec.Struct):
    """What a foot feels from leaving home to being back: out there, and on coming home."""

    away: list[Impact] = []
    home: list[Impact] = []


def fit_tap(samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int) -> Calibration:
    """Learn taps from samples of one puck that begin at rest. Raises CalibrationRefused as the other fits."""
    has_gyro = all(sample.gyro_dps is not None for sample in samples)
    known = Calibration(
        kind,
        rest_up=rest.rest_up,
        has_gyro=has_gyro,
        gyro_bias_dps=rest.bias_dps,
        tremble_dps=rest.tremble_dps,
        rate_hz=(len(samples) - 1) / max(samples[-1].time_s - samples[0].time_s, 1e-6),
    )
    site, taps = find_taps(samples, known)
    if not taps:
        raise CalibrationRefused(Trouble.TOO_SMALL)
    if len(taps) < at_least:
        raise CalibrationRefused(Trouble.TOO_FEW)
    return msgspec.structs.replace(
        known,
        tap_site=site,
        strength_g=median(tap.strength_g for tap in taps),
        noise=median(tap.trembling_g / tap.strength_g for tap in taps),
        range_deg=max(median(tap.turned_deg for tap in taps), SMALLEST_DEG),
        reaches_deg=_reaches(taps),
        repetition_s=median(tap.time_s - tap.start_s for tap in taps),
    )


def _reaches(taps: Sequence[Impact]) -> dict[str, float]:
    """How far the foot goes in each direction; nothing where no puck tells the direction."""
    ways = sorted({tap.direction for tap in taps if tap.direction is not None})
    far = {way: median(tap.turned_deg for tap in taps if tap.direction == way) for way in ways}
    return {way: deg for way, deg in far.items() if deg >= SMALLEST_DEG}


def find_taps(samples: Sequence[Sample], known: Calibration) -> tuple[TapSite, list[Impact]]:
    """The taps of a foot whose own strength is not yet known, and where it taps.

    Of each way out and home the hardest instant is a tap if it stands out from rest and from what the foot
    feels on the way besides. A foot that never turns may travel all the same.
    """
    felt = _felt(samples, known)
    jolts = sorted(one.strength_g for one, _ in felt)
    floor_g = STANDS_OUT * jolts[len(jolts) // 4]
    far_deg = max(one.turned_deg for one, _ in felt)
    if far_deg >= SMALLEST_DEG:
        ways = ways_of(samples, msgspec.structs.replace(known, range_deg=far_deg))
        site: TapSite = "home" if _comes_home_harder(ways) else "away"
        taps = _alike([_hardest(way, site) for way in ways], floor_g)
        gone_deg = GONE * median(tap.turned_deg for tap in taps) if taps else 0.0
        if taps:
            return site, [tap for tap in taps if tap.turned_deg >= gone_deg]
    return "anywhere", _alike(_landings(felt), floor_g)


def ways_of(samples: Sequence[Sample], known: Calibration) -> list[TapWay]:
    """What a foot feels each time it went far from home and came back."""
    foot, jolt = Foot(known), Jolt()
    ways: list[TapWay] = []
    way, far_deg = TapWay(), 0.0
    for sample in samples:
        foot.feed(sample)
        now = _impact(sample.time_s, jolt.feed(sample.time_s, sample.accel_g), foot)
        sets_out = now.turned_deg > BACK * far_deg
        if far_deg >= GONE * known.range_deg:
            if not sets_out:
                way.home.append(now)
            if way.home and (sets_out or foot.home):
                ways.append(way)
                way, far_deg = TapWay(), 0.0
        elif not sets_out:
            way, far_deg = TapWay(), 0.0
        if sets_out:
            way.away.append(now)
            far_deg = max(far_deg, now.turned_deg)
    return [*ways, way] if way.home else ways


def _impact(time_s: float, jolt_g: float, foot: Foot) -> Impact:
    return Impact(time_s, jolt_g, foot.turned_deg, foot.direction(), foot.left_s)


def _felt(samples: Sequence[Sample], known: Calibration) -> list[tuple[Impact, bool]]:
    """What the foot feels at each sample, and whether it is travelling then."""
    foot, jolt = Foot(known), Jolt()
    felt: list[tuple[Impact, bool]] = []
    for sample in samples:
        foot.feed(sample)
        now = _impact(sample.time_s, jolt.feed(sample.time_s, sample.accel_g), foot)
        felt.append((now, sample.time_s - foot.pushed_s <= TRAVEL_S))
    return felt


def _strength(one: Impact) -> float:
    return one.strength_g


def _comes_home_harder(ways: Sequence[TapWay]) -> bool:
    ratios = [_strongest(way.home) / _strongest(way.away) for way in ways]
    return bool(ratios) and median(ratios) > HARDER_HOME


def _strongest(felt: Sequence[Impact]) -> float:
    return max(one.strength_g for one in felt)


def _hardest(way: TapWay, site: TapSite) -> Impact:
    """The hardest instant of a way where this foot taps, with what a tenth of the rest of it exceeds."""
    hardest = max(way.home if site == "home" else way.away, key=_strength)
    rest = [*way.away, *way.home] if site == "home" else way.away
    if site == "home":
        farthest = max(way.away, key=lambda one: one.turned_deg)
        hardest = msgspec.structs.replace(farthest, time_s=hardest.time_s, strength_g=hardest.strength_g)
    return msgspec.structs.replace(hardest, trembling_g=_trembling(rest, [hardest]))


def _trembling(felt: Sequence[Impact], taps: Sequence[Impact]) -> float:
    """What a tenth of all that is felt apart from the taps exceeds."""
    rest = sorted(
        one.strength_g for one in felt if all(abs(one.time_s - tap.time_s) > RING_S for tap in taps)
    )
    return rest[9 * len(rest) // 10] if rest else 0.0


def _landings(felt: Sequence[tuple[Impact, bool]]) -> list[Impact]:
    """The hardest instants of a foot that travels without turning, each APART_S from a harder one."""
    travelling = [one for one, travels in felt if travels]
    landings: list[Impact] = []
    for one in travelling:
        if landings and one.time_s - landings[-1].time_s < APART_S:
            if one.strength_g > landings[-1].strength_g:
                landings[-1] = one
        else:
            landings.append(one)
    taps = _alike(landings, 0.0)
    trembling_g = _trembling(travelling, taps)
    return [msgspec.structs.replace(tap, trembling_g=trembling_g) for tap in taps]


def _alike(felt: Sequence[Impact], floor_g: float) -> list[Impact]:
    """Those that stand out, and are not far softer than the three hardest of them."""
    taps = [tap for tap in felt if tap.strength_g >= max(floor_g, OVER_TREMOR * tap.trembling_g)]
    if not taps:
        return []
    usual_g = median(sorted(tap.strength_g for tap in taps)[-3:])
    return [tap for tap in taps if tap.strength_g >= ALIKE * usual_g]
