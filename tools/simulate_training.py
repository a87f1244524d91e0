"""Does the training keep very different people where they learn? A simulation, and simpler rules beside it.

    python -m tools.simulate_training            writes docs/training-simulation.md and .svg

Simulated patients play one exercise of the game for 20 sessions, in bouts of 20 repetitions with a rest after
each, on the game's own levels: a bout is played at the open level nearest to the difficulty reached, two
stars open the next. Only the rule that moves the difficulty differs from column to column; patients, windows,
rests and every random number are the same.

A repetition is useful, by a definition written down before the first run, when all of this holds:

1. it is full;
2. it is inside the person's zone: the true chance of a full repetition at what was asked, which the
   simulation knows and no rule sees, is between 0.60 and 0.90 (the review behind our goals names 60 to 80 %,
   and the first session's goal is 90 %);
3. the person is not in pain;
4. it comes before the onset of fatigue: tiredness has taken less than 0.05 of the difficulty scale.

The other measures, defined before the first run as well:

- *At the goal*: over all repetitions after a patient's thirtieth, the share of full ones is within 5 points
  of the goal (0.90 in the first session, 0.80 later). Floor: the easiest target is missed too often for the
  goal, at more than a fifth of the repetitions; ceiling: the hardest is met more often than the goal,
  likewise. Both depend on the patient alone and are rows of their own. People with neglect and people whose
  ability suddenly drops are apart too.
- *Session at the goal*: the same for the repetitions after the thirtieth within each session.
- *Four misses in a row*: sessions in which it happens at least once.
- *Recovery*: how many repetitions after a sudden loss of 30 % of ability until what is asked (rescues left
  aside) is met again with a true chance of 0.70 or more.
- *Oscillation*: half the distance between the 5th and the 95th percentile of the difficulty about its own
  mean over 21 repetitions, after the thirtieth repetition, per patient.

What this cannot show: that the simulated people are like real ones. Their numbers are judgement where no
source is named in the table.
"""

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tools.training_simulation.course import simulate
from tools.training_simulation.picture import Curves, picture
from tools.training_simulation.population import draw
from tools.training_simulation.report import page
from tools.training_simulation.rules import RULES
from tools.training_simulation.summary import Summary, summarise

PATIENTS = 2000
SESSIONS = 20
TUNED_SEED = 1
UNSEEN_SEED = 20261121
DOCS = Path(__file__).resolve().parents[1] / "docs"


def course(job: tuple[str, int, int, int]) -> tuple[Summary, Curves]:
    """What a rule comes to with the patients of a seed, and the curves of the picture."""
    name, seed, patients, sessions = job
    people = draw(patients, sessions, seed)
    trace = simulate(RULES[name], people, seed)
    return summarise(trace, people), trace.shown()


def main() -> None:
    """Simulate both seeds and write the page and its picture."""
    arguments = argparse.ArgumentParser(description="Simulate the training and compare its rule.")
    arguments.add_argument("--patients", type=int, default=PATIENTS)
    arguments.add_argument("--sessions", type=int, default=SESSIONS)
    arguments.add_argument("--to", type=Path, default=DOCS, help="folder for the page and the picture")
    asked = arguments.parse_args()
    started = time.perf_counter()
    seeds = (TUNED_SEED, UNSEEN_SEED)
    jobs = [(name, seed, asked.patients, asked.sessions) for seed in seeds for name in RULES]
    summaries: dict[int, dict[str, Summary]] = {seed: {} for seed in seeds}
    shown = {}
    with ProcessPoolExecutor() as pool:
        for (name, seed, _, _), (summary, curves) in zip(jobs, pool.map(course, jobs), strict=True):
            summaries[seed][name] = summary
            if seed == UNSEEN_SEED:
                shown[name] = curves
    people = draw(asked.patients, asked.sessions, UNSEEN_SEED)
    text = page(people, summaries, tuned=TUNED_SEED, unseen=UNSEEN_SEED)
    (asked.to / "training-simulation.md").write_text(text, encoding="utf-8")
    (asked.to / "training-simulation.svg").write_text(picture(shown), encoding="utf-8")
    print(text)
    print(f"{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
