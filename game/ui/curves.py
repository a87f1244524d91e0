"""Outlines: the lines scissors follow. Pure geometry; x to the right, y down, in px."""

import math
import random
from collections.abc import Iterable, Sequence
from functools import lru_cache

Point = tuple[float, float]
Outline = tuple[Point, ...]

# Points a curve gets between two of its knots: 8 is smooth at 1920 x 1080 for knots up to 200 px apart.
_STEPS = 8


def smooth(knots: Sequence[Point], closed: bool = True, steps: int = _STEPS) -> Outline:
    """A soft line through every knot (uniform Catmull-Rom)."""
    count = len(knots)
    line: list[Point] = []
    for index in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (knots[(index + offset) % count] for offset in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (knots[min(max(index + offset, 0), count - 1)] for offset in (-1, 0, 1, 2))
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = p0, p1, p2, p3
        line += [
            (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
            for a, b, c, d in _knot_weights(steps)
        ]
    if not closed:
        line.append(knots[-1])
    return tuple(line)


@lru_cache(maxsize=8)
def _knot_weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """How much each of four knots weighs at each step from the second to the third."""
    weights = []
    for step in range(steps):
        t = step / steps
        a, b = -0.5 * t**3 + t**2 - 0.5 * t, 1.5 * t**3 - 2.5 * t**2 + 1
        weights.append((a, b, -1.5 * t**3 + 2 * t**2 + 0.5 * t, 0.5 * t**3 - 0.5 * t**2))
    return tuple(weights)


def bezier(start: Point, pull_a: Point, pull_b: Point, end: Point, steps: int = 16) -> Outline:
    """A cubic Bezier curve from start to end."""
    line = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        line.append(
            (
                a * start[0] + b * pull_a[0] + c * pull_b[0] + d * end[0],
                a * start[1] + b * pull_a[1] + c * pull_b[1] + d * end[1],
            )
        )
    return tuple(line)


def oval(centre: Point, width: float, height: float, points: int = 48) -> Outline:
    """An ellipse of a width and a height."""
    turn = 2 * math.pi / points
    return tuple(
        (centre[0] + width / 2 * math.cos(i * turn), centre[1] + height / 2 * math.sin(i * turn))
        for i in range(points)
    )


def blob(
    centre: Point, width: float, height: float, seed: int, *, wobble: float = 0.08, knots: int = 9
) -> Outline:
    """A round cut by hand: an ellipse whose radius wanders by a share of itself."""
    chance = random.Random(seed)
    turn = 2 * math.pi / knots
    ring = []
    for i in range(knots):
        reach = 1 + chance.uniform(-wobble, wobble)
        ring.append(
            (
                centre[0] + width / 2 * reach * math.cos(i * turn),
                centre[1] + height / 2 * reach * math.sin(i * turn),
            )
        )
    return smooth(ring)


def lumps(width: float, height: float, seed: int, count: int = 4) -> Outline:
    """A cloud or a bush: round lumps side by side on a flat foot that runs along y = 0, centred on x = 0."""
    chance = random.Random(seed)
    circles = []
    for index in range(count):
        middle = width * ((index + 0.5) / count - 0.5)
        hill = math.cos(math.pi * 0.78 * middle / width)
        radius = width / count * chance.uniform(0.62, 0.78)
        middle = min(max(middle, radius - width / 2), width / 2 - radius)
        circles.append((middle, max(0.0, height * hill * chance.uniform(0.8, 1.0) - radius), radius))
    line = []
    for step in range(161):
        x = width / 2 * -math.cos(math.pi * step / 160)
        rises = [lift + math.sqrt(r * r - (x - cx) ** 2) for cx, lift, r in circles if abs(x - cx) < r]
        line.append((x, -max([0.0, *rises])))
    sag = width * 0.025
    foot = bezier((width / 2, 0), (width * 0.3, sag), (-width * 0.3, sag), (-width / 2, 0), 10)
    return (*line, *foot)


def scallop(centre: Point, width: float, height: float, seed: int, *, bulges: int = 10) -> Outline:
    """A crown of leaves: an ellipse whose edge bulges in round lobes."""
    chance = random.Random(seed)
    first = chance.uniform(0, math.tau)
    sizes = [chance.uniform(0.9, 1.08) for _ in range(bulges)]
    line = []
    for step in range(bulges * 10):
        share = step / 10
        size = sizes[int(share)] * (1 - share % 1) + sizes[(int(share) + 1) % bulges] * (share % 1)
        reach = size * (0.86 + 0.14 * math.sqrt(abs(math.sin(math.pi * share)))) / 2
        turn = first + math.tau * share / bulges
        line.append((centre[0] + width * reach * math.cos(turn), centre[1] + height * reach * math.sin(turn)))
    return tuple(line)


def box(x: float, y: float, width: float, height: float, round_px: float = 0.0) -> Outline:
    """A rectangle with round corners. x, y: its upper left corner."""
    r = min(round_px, width / 2, height / 2)
    if r <= 0:
        return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    corners = (
        (x + width - r, y + r, -90),
        (x + width - r, y + height - r, 0),
        (x + r, y + height - r, 90),
        (x + r, y + r, 180),
    )
    line: list[Point] = []
    for cx, cy, start_deg in corners:
        for step in range(9):
            angle = math.radians(start_deg + step * 11.25)
            line.append((cx + r * math.cos(angle), cy + r * math.sin(angle)))
    return tuple(line)


def ribbon(path: Sequence[Point], width: float, end_width: float | None = None) -> Outline:
    """A strip of paper along a path, with round ends; it may taper to end_width."""
    last_width = width if end_width is None else end_width
    count = len(path)
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(path):
        before, after = path[max(i - 1, 0)], path[min(i + 1, count - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        half = (width + (last_width - width) * i / max(count - 1, 1)) / 2
        left.append((x + dy / length * half, y - dx / length * half))
        right.append((x - dy / length * half, y + dx / length * half))
    return (
        *_cap(path[0], path[1], width / 2),
        *left,
        *_cap(path[-1], path[-2], last_width / 2),
        *reversed(right),
    )


def _cap(end: Point, inner: Point, radius: float) -> list[Point]:
    outward = math.degrees(math.atan2(end[1] - inner[1], end[0] - inner[0]))
    sweep = [math.radians(outward + turn) for turn in range(-80, 81, 16)]
    return [(end[0] + radius * math.cos(angle), end[1] + radius * math.sin(angle)) for angle in sweep]


def leaf(root: Point, tip: Point, width: float) -> Outline:
    """A pointed leaf from root to tip, widest a little before the middle."""
    dx, dy = tip[0] - root[0], tip[1] - root[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * width * 0.66, dx / length * width * 0.66

    def at(along: float, across: float) -> Point:
        return (root[0] + dx * along + nx * across, root[1] + dy * along + ny * across)

    return (
        *bezier(root, at(0.2, 1.0), at(0.6, 1.0), tip, 12),
        *bezier(tip, at(0.6, -1.0), at(0.2, -1.0), root, 12),
    )


def ridge(width: float, height: float, seed: int, bumps: int, period: float | None = None) -> Outline:
    """A skyline from x = 0 to width that wanders height px above y = 0 (upwards is negative).

    With a period it repeats seamlessly every period px, so a strip of it can scroll without end.
    """
    chance = random.Random(seed)
    length = period or width
    waves = [
        (n, chance.uniform(0.5, 1.0) / (1 + 0.7 * abs(n - bumps)), chance.uniform(0, 2 * math.pi))
        for n in range(max(1, bumps - 2), bumps + 4)
    ]
    total = sum(share for _, share, _ in waves)
    steps = max(24, int(width / 12))
    line = []
    for i in range(steps + 1):
        x = width * i / steps
        rise = sum(share * math.sin(2 * math.pi * n * x / length + phase) for n, share, phase in waves)
        line.append((x, -height * (0.5 + 0.5 * rise / total * 1.5)))
    return tuple(line)


def waves(width: float, height: float, length: float, bow: float = 0.35) -> Outline:
    """A line of waves from x = 0: rounded troughs between pointed crests, cut as with a round punch."""
    count = max(1, round(width / length))
    step = width / count
    line: list[Point] = []
    for i in range(count):
        x = i * step
        line += bezier((x, 0), (x + step * bow, height), (x + step * (1 - bow), height), (x + step, 0), 10)[
            :-1
        ]
    line.append((width, 0.0))
    return tuple(line)


def moved(outline: Iterable[Point], dx: float, dy: float) -> Outline:
    """The outline shifted."""
    return tuple((x + dx, y + dy) for x, y in outline)


def scaled(outline: Iterable[Point], factor: float, factor_y: float | None = None) -> Outline:
    """The outline made larger about (0, 0)."""
    fy = factor if factor_y is None else factor_y
    return tuple((x * factor, y * fy) for x, y in outline)


def turned(outline: Iterable[Point], angle_deg: float, about: Point = (0.0, 0.0)) -> Outline:
    """The outline turned about a point; counter-clockwise as seen on the screen is positive."""
    cos, sin = math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg))
    ox, oy = about
    return tuple(
        (ox + (x - ox) * cos + (y - oy) * sin, oy - (x - ox) * sin + (y - oy) * cos) for x, y in outline
    )


def mirrored(outline: Iterable[Point], x: float = 0.0) -> Outline:
    """The outline seen in a mirror standing upright at x."""
    return tuple((2 * x - px, py) for px, py in outline)
