"""How well simulated repetitions are counted, for every exercise that no recording covers. SIMULATION.

    python -m tools.accuracy_simulated [--fast] [--only TEXT] [--condition TEXT] [--first-seed N]

Each session is learnt by the same Learner as in Prepare, from its own stillness and natural repetitions, and
then counted by Movement. The default run plays more than 10,000 repetitions of every exercise and writes its
tables to docs/accuracy-simulated.md; --fast plays some 300 and only prints them.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil
from multiprocessing import Pool
from pathlib import Path

import msgspec

from game.movement.calibration import Calibration, Learner, LearnerStage
from game.movement.engine import Movement
from game.movement.events import MovementKind, Repetition
from hardware.moving_limb import Done
from hardware.patient_ability import TRAITS, Severity
from hardware.sample import Puck
from hardware.simulated_session import Conditions, Session, simulated_session
from tools.simulated_conditions import CONDITIONS, SetUp, conditions_for, set_ups, with_bursts

PUCK: Puck = "blue"
PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy-simulated.md"
MARK = "<!-- What follows is written by tools/accuracy_simulated.py. -->"
# Seeds below this one were looked at while the engine was made.
FIRST_SEED = 5000
# How many repetitions of each set-up at the least, and how many a session; fewer where a puck measures faster
# than USUAL_HZ, so that a session holds about as many samples.
WHOLE, REPETITIONS = 10_000, 22
FAST_WHOLE, FAST_REPETITIONS = 270, 6
USUAL_HZ = 100.0
PROCESSES = 2
# Whom three movements do not teach enough is asked for more, up to so many in all.
PATIENT_NATURAL = 8
# A tap is the same one within this time (s); another movement if its middle lies in the true one.
TAP_S = 0.15
# A repetition should be told within this time after its end (s).
LATE_S = 0.5


class Job(msgspec.Struct, frozen=True):
    """One session of one person."""

    set_up: SetUp
    condition: str
    severity: Severity
    seed: int
    repetitions: int


class Tally(msgspec.Struct):
    """Sums over sessions. wrong_way: matched, but to another side than it went."""

    sessions: int = 0
    asked_more: int = 0
    not_learnt: int = 0
    true: int = 0
    missed: int = 0
    false: int = 0
    wrong_way: int = 0
    late: int = 0
    troubles: dict[str, int] = {}

    def add(self, other: "Tally") -> None:
        """Add another sum to this one."""
        for field in self.__struct_fields__[:-1]:
            setattr(self, field, getattr(self, field) + getattr(other, field))
        for trouble, times in other.troubles.items():
            self.troubles[trouble] = self.troubles.get(trouble, 0) + times

    def cells(self) -> list[str]:
        """The sums as a line of a table."""
        counted = self.true - self.missed
        why = ", ".join(f"{name} {times}" for name, times in sorted(self.troubles.items()))
        return [
            f"{self.true:,}",
            _percent(self.missed, self.true),
            _percent(self.false, self.true),
            _percent(self.wrong_way, counted),
            _percent(self.late, counted),
            _percent(self.asked_more, self.sessions),
            _percent(self.not_learnt, self.sessions) + (f" ({why})" if why else ""),
        ]


HEADER = ["true", "missed %", "false %", "wrong way %", "late %", "asked for more %", "not learnt %"]


class Learnt(msgspec.Struct, frozen=True):
    """What Prepare makes of the beginning of a session."""

    calibration: Calibration | None
    trouble: str
    at_s: float


def prepared(session: Session, kind: MovementKind) -> Learnt:
    """Learn from what comes before play, sample by sample as Prepare does."""
    learner = Learner(kind, [PUCK])
    for sample in session.samples:
        if sample.time_s > session.calibrated_s:
            break
        learner.feed([sample])
        if learner.stage is LearnerStage.DONE:
            return Learnt(learner.calibrations[PUCK], "", sample.time_s)
    return Learnt(None, str(learner.trouble or f"only {learner.repetitions} of 3"), session.calibrated_s)


def session_of(job: Job, natural: int) -> Session:
    """The session of a job, with so many natural repetitions before play."""
    conditions: Conditions = msgspec.structs.replace(
        conditions_for(CONDITIONS[job.condition], job.set_up), severity=job.severity, natural=natural
    )
    return simulated_session(
        job.set_up.limb,
        job.repetitions,
        seed=job.seed,
        conditions=conditions,
        place=job.set_up.place,
        puck=PUCK,
    )


def tally(job: Job) -> Tally:
    """Play one session and count."""
    made = Tally(sessions=1)
    session = session_of(job, Conditions().natural)
    learnt = prepared(session, job.set_up.kind)
    if learnt.calibration is None:
        made.asked_more = 1
        session = session_of(job, PATIENT_NATURAL)
        learnt = prepared(session, job.set_up.kind)
    if learnt.calibration is None:
        made.asked_more, made.not_learnt = 0, 1
        made.troubles = {learnt.trouble: 1}
        return made
    compare(made, session.repetitions, told(job, session, learnt.calibration), job.set_up.kind)
    return made


def told(job: Job, session: Session, known: Calibration) -> list[tuple[Repetition, float]]:
    """The repetitions counted in play, each with the instant at which it was told."""
    movement = Movement(job.set_up.kind, {PUCK: known})
    movement.ask(PUCK, job.set_up.target)
    played = [sample for sample in session.samples if sample.time_s > session.calibrated_s]
    played = with_bursts(CONDITIONS[job.condition], played, job.seed)
    found: list[tuple[Repetition, float]] = []
    for sample in played:
        events = movement.feed([sample])
        found += [(event, sample.time_s) for event in events if isinstance(event, Repetition)]
    last_s = played[-1].time_s
    return found + [(event, last_s) for event in movement.finish() if isinstance(event, Repetition)]


def compare(
    made: Tally, true: Sequence[Done], found: Sequence[tuple[Repetition, float]], kind: MovementKind
) -> None:
    """Pair what was counted with what was done, each once and in order of time, and add up the rest."""
    same = _same_tap if kind == "tap" else _same
    pairs: list[tuple[Done, Repetition, float]] = []
    free = list(found)
    for one in true:
        partner = next((each for each in free if same(one, each[0])), None)
        if partner is not None:
            free.remove(partner)
            pairs.append((one, *partner))
    made.true += len(true)
    made.missed += len(true) - len(pairs)
    made.false += len(found) - len(pairs)
    for done, counted, told_s in pairs:
        ended_s = done.peak_s if kind == "tap" else done.end_s
        made.late += told_s - ended_s > LATE_S
        made.wrong_way += None not in (done.direction, counted.direction) and (
            done.direction != counted.direction
        )


def _same_tap(done: Done, counted: Repetition) -> bool:
    return abs(done.peak_s - counted.peak_s) <= TAP_S


def _same(done: Done, counted: Repetition) -> bool:
    return done.start_s <= (counted.start_s + counted.end_s) / 2 <= done.end_s


def jobs(fast: bool, first_seed: int, only: str, condition: str) -> list[Job]:
    """Every set-up under every condition at every severity."""
    whole, repetitions = (FAST_WHOLE, FAST_REPETITIONS) if fast else (WHOLE, REPETITIONS)
    made: list[Job] = []
    for set_up in set_ups():
        cells = [(name, severity) for name in CONDITIONS if possible(set_up, name) for severity in TRAITS]
        sessions = ceil(whole / sum(_length(name, repetitions) for name, _ in cells))
        made += [
            Job(set_up, name, severity, first_seed + number, _length(name, repetitions))
            for name, severity in cells
            for number in range(sessions)
            if only in set_up.name and condition in name
        ]
    return made


def _length(condition: str, repetitions: int) -> int:
    rate_hz = CONDITIONS[condition].conditions.sensor.rate_hz
    return ceil(repetitions * min(1.0, USUAL_HZ / rate_hz))


def possible(set_up: SetUp, condition: str) -> bool:
    """Whether the exercise is offered at all on such a puck: some need a gyroscope."""
    return CONDITIONS[condition].conditions.sensor.gyroscope or not set_up.needs_gyroscope


def tables(done: Iterable[tuple[Job, Tally]]) -> str:
    """One table by exercise, one by condition, one by severity, as markdown; all labelled SIMULATION."""
    results = list(done)
    total = Tally()
    for _, one in results:
        total.add(one)
    parts = [
        f"SIMULATION: {total.true:,} simulated repetitions, no person was measured.",
        *_table("exercise and set-up", results, lambda job: f"{job.set_up.name} ({job.set_up.kind})"),
        *_table("condition", results, lambda job: job.condition),
        *_table("severity", results, lambda job: job.severity),
        *_table("worst cells", results, _cell, worst=40),
    ]
    return "\n".join(parts) + "\n"


def _cell(job: Job) -> str:
    return f"{job.set_up.name}, {job.severity}, {job.condition}"


def _table(
    title: str, results: Sequence[tuple[Job, Tally]], key: Callable[[Job], str], worst: int = 0
) -> Iterator[str]:
    sums: dict[str, Tally] = {}
    for job, one in results:
        sums.setdefault(key(job), Tally()).add(one)
    rows = list(sums.items())
    if worst:
        rows = sorted(rows, key=lambda row: _badness(row[1]), reverse=True)[:worst]
        rows = [row for row in rows if _badness(row[1]) > 0.0]
    else:
        everything = Tally()
        for one in sums.values():
            everything.add(one)
        rows.append(("all", everything))
    yield f"\n### SIMULATION: {title}\n"
    yield "| " + " | ".join([title, *HEADER]) + " |"
    yield "|" + "---|" * (len(HEADER) + 1)
    for name, one in rows:
        yield "| " + " | ".join([name, *one.cells()]) + " |"


def _badness(one: Tally) -> float:
    return (one.missed + one.false) / max(one.true, 1) + one.not_learnt / one.sessions


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}" if whole else "-"


def _played(job: Job) -> tuple[Job, Tally]:
    return job, tally(job)


def main() -> None:
    """Print the tables; keep those of a whole run in the page."""
    parser = argparse.ArgumentParser(description="Count simulated repetitions of every exercise.")
    parser.add_argument("--fast", action="store_true", help="some 300 repetitions an exercise")
    parser.add_argument("--only", default="", metavar="TEXT", help="set-ups whose name holds this")
    parser.add_argument("--condition", default="", metavar="TEXT", help="conditions whose name holds this")
    parser.add_argument("--first-seed", type=int, default=FIRST_SEED, metavar="N")
    parser.add_argument("--processes", type=int, default=PROCESSES, metavar="N")
    asked = parser.parse_args()
    todo = jobs(asked.fast, asked.first_seed, asked.only, asked.condition)
    with Pool(asked.processes) as pool:
        written = tables(pool.imap(_played, todo, chunksize=8))
    print(written)
    if not (asked.fast or asked.only or asked.condition):
        above = PAGE.read_text(encoding="utf-8").split(MARK)[0]
        PAGE.write_text(f"{above}{MARK}\n\n{written}", encoding="utf-8")


if __name__ == "__main__":
    main()
