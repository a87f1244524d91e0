"""The picture: difficulty (line) and ability (soft band) of six patients under each rule, as SVG."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Curves = tuple[NDArray[np.float32], NDArray[np.float32]]
Courses = Mapping[str, Curves]

WIDTH, ROW, LEFT, TOP = 1200, 190, 210, 70
POINTS = 300
"""Points of a line; every so many repetitions are averaged into one."""
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""Okabe and Ito."""


def picture(courses: Courses) -> str:
    """One row a rule, six patients in each."""
    height = TOP + ROW * len(courses) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="Atkinson Hyperlegible, Verdana, sans-serif">',
        f'<rect width="{WIDTH}" height="{height}" fill="#FBF7EF"/>',
        '<text x="24" y="42" font-size="26" fill="#22303C">What is asked (line) and what each person can do '
        "(band), session after session</text>",
    ]
    for row, (name, (difficulty, ability)) in enumerate(courses.items()):
        top = TOP + row * ROW
        parts += _frame(name, top)
        for patient, colour in enumerate(COLOURS[: difficulty.shape[1]]):
            parts.append(_line(ability[:, patient], top, colour, width=9, opacity=0.18))
            parts.append(_line(difficulty[:, patient], top, colour, width=2, opacity=1.0))
    parts.append(
        f'<text x="{WIDTH - 24}" y="{height - 14}" font-size="18" text-anchor="end" fill="#22303C">'
        "repetitions, all sessions</text></svg>"
    )
    return "\n".join(parts) + "\n"


def _frame(name: str, top: int) -> list[str]:
    bottom = top + ROW - 30
    lines = [f'<text x="24" y="{top + 30}" font-size="20" font-weight="bold" fill="#22303C">{name}</text>']
    for share in (0.0, 0.5, 1.0):
        y = bottom - share * (ROW - 40)
        lines.append(f'<line x1="{LEFT + 40}" x2="{WIDTH - 24}" y1="{y:.0f}" y2="{y:.0f}" stroke="#D9D2C3"/>')
        lines.append(
            f'<text x="{LEFT + 30}" y="{y + 6:.0f}" font-size="16" text-anchor="end" '
            f'fill="#22303C">{share:g}</text>'
        )
    return lines


def _line(course: NDArray[np.float32], top: int, colour: str, width: int, opacity: float) -> str:
    played = course[~np.isnan(course)]
    means = [float(part.mean()) for part in np.array_split(played, POINTS) if len(part)]
    bottom = top + ROW - 30
    step = (WIDTH - 24 - LEFT - 40) / (len(means) - 1)
    points = " ".join(
        f"{LEFT + 40 + n * step:.1f},{bottom - min(max(mean, 0.0), 1.0) * (ROW - 40):.1f}"
        for n, mean in enumerate(means)
    )
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-opacity="{opacity}" stroke-linejoin="round"/>'
    )
