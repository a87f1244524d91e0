"""The page that says what the simulation found: the population, the table, the targets."""

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from tools.training_simulation import population as drawn
from tools.training_simulation.population import Population
from tools.training_simulation.summary import Summary

Summaries = Mapping[str, Summary]
OURS = "Footfall"

ROWS: tuple[tuple[str, Callable[[Summary], str]], ...] = (
    ("**Useful repetitions a patient** (able)", lambda one: f"**{one.useful_plain:.0f}**"),
    ("Useful repetitions a patient (everybody)", lambda one: f"{one.useful:.0f}"),
    ("Full, after repetition 30 (able)", lambda one: _percent(one.full_share)),
    ("Inside the zone (able)", lambda one: _percent(one.zone_share)),
    ("Patients at the goal (able)", lambda one: _percent(one.at_goal)),
    ("Patients at the goal (floor)", lambda one: _percent(one.at_goal_floor)),
    ("Patients at the goal (ceiling)", lambda one: _percent(one.at_goal_ceiling)),
    ("Patients at the goal (neglect)", lambda one: _percent(one.at_goal_neglect)),
    ("Patients at the goal (sudden drop)", lambda one: _percent(one.at_goal_drop)),
    ("Sessions at the goal (able)", lambda one: _percent(one.sessions_at_goal)),
    ("Sessions with four misses in a row", lambda one: _percent(one.four_misses)),
    ("— with neglect", lambda one: _percent(one.four_misses_neglect)),
    ("— with a sudden drop", lambda one: _percent(one.four_misses_drop)),
    ("Drops recovered from within 10 repetitions", lambda one: _percent(one.recovered)),
    ("Repetitions to recover, median", lambda one: f"{one.recovery_median:.0f}"),
    ("People for whom two neighbouring levels ask the same", lambda one: _percent(one.alike)),
    ("— by range, hold and tempo alone", lambda one: _percent(one.alike_numbers)),
    ("Oscillation, median (able)", lambda one: f"{one.oscillation_median:.3f}"),
    ("Patients oscillating above 0.15 (able)", lambda one: _percent(one.oscillation_over)),
)


def page(people: Population, seeds: Mapping[int, Summaries], tuned: int, unseen: int) -> str:
    """The whole page in Markdown."""
    return "\n".join(
        [
            "# Training, simulated",
            "",
            "Written by `make simulate`; `tools/simulate_training.py` says how every measure was defined,",
            "before the first run. Simulated people only: nothing here was measured on a person.",
            "",
            f"![Difficulty and ability of six patients under each rule]({PICTURE})",
            "",
            "## The population",
            "",
            *_population(people),
            "",
            *_compared(seeds[unseen], f"## Compared, on a seed that nothing was tuned on ({unseen})"),
            *_compared(seeds[tuned], f"## Compared, on the seed the rule was looked at with ({tuned})"),
            "## Targets",
            "",
            "| target | unseen seed | first seed | |",
            "|---|---|---|---|",
            *_targets(seeds[unseen], seeds[tuned]),
            "",
            *REMARKS,
            "",
        ]
    )


PICTURE = "training-simulation.svg"

REMARKS = (
    "Both Bayesian rules, ours and the one beside it, assume one success curve for everyone: the middle",
    "of the patients' own. Ours also believes that ability may suddenly be less. That belief costs it",
    "useful repetitions and finds a drop nine times as often within ten repetitions. Both cannot be had:",
    "each row is the rule with another chance of a drop (300 patients of the first seed), and none has",
    "both more useful repetitions and more drops found than another.",
    "",
    "| chance of a drop | useful repetitions | four misses in a row | drops recovered from within ten |",
    "|---|---|---|---|",
    "| 0.018 | 1233 | 2.1 % | 79 % |",
    "| 0.012 | 1265 | 2.5 % | 71 % |",
    "| 0.006 | 1291 | 3.2 % | 65 % |",
    "| 0.003 | 1300 | 4.1 % | 46 % |",
    "| 0 | 1307 | 5.0 % | 8 % |",
    "| the QUEST-like rule | 1314 | 10.8 % | 4 % |",
    "",
    "The game has 0.015. With the wide windows before (0.018, levels overlapping by 83 %) the same",
    "patients had 1245 useful repetitions, 2.1 % and 75 %.",
    "",
    "A level is a tenth of the scale, and each brings one new demand, which is said before it begins.",
    "Whom two neighbouring levels ask the same is measured at the end of the course, at the difficulty",
    "each patient has come to. The first bout of a leg is followed beyond its level, and a bout with two",
    "stars opens all levels up to where the leg stands; one that had to be made easier than its level",
    "opens none. This holds for every rule.",
    "",
    "A weighted up-down with fixed steps of 0.02 and 0.08, which the game had before, had 1111 useful",
    "repetitions on the unseen seed, recovered from 77.7 % of the drops within ten, and kept 92.8 % of",
    "the sessions at the goal. Neglect adds misses that no difficulty can take away, so the goal is out",
    "of reach there for every rule; a difficulty that only falls is the wrong answer to it.",
)


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.1f} %"


def _span(low: float, high: float) -> str:
    return f"{low:g} to {high:g}"


def _population(people: Population) -> list[str]:
    lines = [
        f"{people.patients} patients, {people.sessions} sessions each of "
        f"{_span(*drawn.REPETITIONS_A_SESSION)} repetitions. Where no source is named, judgement.",
        "",
        "| severity | patients | ability at first (scale 0–1) | slope | lapses | most fatigue a repetition |",
        "|---|---|---|---|---|---|",
    ]
    for number, name in enumerate(drawn.SEVERITIES):
        mine = people.severity == number
        ability = people.ability[mine]
        lines.append(
            f"| {name} | {mine.sum()} | {ability.mean():.2f} ± {ability.std():.2f} | "
            f"{_span(*drawn.SLOPE[number])} | {_span(*drawn.LAPSE[number])} | {drawn.FATIGUE[number]:.4f} |"
        )
    shapes = [f"{name} {(people.shape == n).sum()}" for n, name in enumerate(drawn.SHAPES)]
    lines += [
        "",
        f"- Learning shapes: {', '.join(shapes)} (40.9 % exponential: PMC8686050).",
        f"- Gain {_span(*drawn.GAIN)} of the scale, over {_span(*drawn.LEARNING_REPETITIONS)} repetitions"
        f" (exponential) or {drawn.SLOW_REPETITIONS:.0f} (others);"
        f" {_span(*drawn.KEPT_OVERNIGHT)} of a day's practice is kept overnight.",
        f"- Linear fatigue within a session (form of PMC5356348); a rest of a minute leaves 37 % of it"
        f" (3CC-r, jbiomech.2021.110695). Day to day ± {drawn.DAY_TO_DAY:g}.",
        f"- Neglect: {(people.neglect > 0).sum()} patients, {_span(*drawn.NEGLECT_MISSES)} more misses.",
        f"- Sudden drop to {drawn.DROP_TO:.0%} of ability, for the rest of the course:"
        f" {(people.drop_session >= 0).sum()} patients.",
        f"- Pain from some repetition on in {drawn.PAIN_SESSIONS:.0%} of the sessions.",
        f"- Days between sessions: {people.gap_days[1:].mean():.1f} on average, growing (adherence falls"
        " exponentially, fneur.2022.896298); longer gaps forget more.",
    ]
    return lines


def _compared(found: Summaries, title: str) -> list[str]:
    ours = found[OURS]
    names = list(found)
    lines = [
        title,
        "",
        f"Able: {ours.able} patients; at the floor {ours.floor}, at the ceiling {ours.ceiling}, with neglect"
        f" {ours.neglect}, with a sudden drop {ours.drop}. {ours.repetitions:.0f} repetitions a patient.",
        "",
        f"| | {' | '.join(names)} |",
        f"|---|{'---|' * len(names)}",
    ]
    for title_of_row, shown in ROWS:
        lines.append(f"| {title_of_row} | {' | '.join(shown(found[name]) for name in names)} |")
    return [*lines, ""]


TARGETS: tuple[tuple[str, Callable[[Summary], float], Callable[[float], bool]], ...] = (
    ("At the goal: ≥ 95 % of the able", lambda one: one.at_goal, lambda value: value >= 0.95),
    ("Four misses in a row: < 5 % of sessions", lambda one: one.four_misses, lambda value: value < 0.05),
    ("Recovery within 10 repetitions: every drop", lambda one: one.recovered, lambda value: value >= 1.0),
    ("Two neighbouring levels alike: ≤ 10 % of people", lambda one: one.alike, lambda value: value <= 0.10),
    ("Oscillation above 0.15: nobody", lambda one: one.oscillation_over, lambda value: value == 0.0),
)


def _targets(unseen: Summaries, tuned: Summaries) -> list[str]:
    lines = []
    for target, measured, met in TARGETS:
        values = [measured(one[OURS]) for one in (unseen, tuned)]
        said = "met" if all(met(one) for one in values) else "**falls short**"
        lines.append(f"| {target} | {' | '.join(_percent(one) for one in values)} | {said} |")
    for name in list(unseen)[1:]:
        ahead = partial(_ahead, name=name)
        values = [ahead(unseen), ahead(tuned)]
        said = "met" if min(values) > 0 else "**falls short**"
        shown = " | ".join(f"{one:+.0f} %" for one in values)
        lines.append(f"| More useful repetitions than: {name} | {shown} | {said} |")
    return lines


def _ahead(found: Summaries, name: str) -> float:
    return 100 * (found[OURS].useful_plain / found[name].useful_plain - 1)
