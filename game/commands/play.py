"""`play`: one bout from the command line, through the same screens as the menus."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import msgspec

from game.app import App, Show
from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.clock import SteppedClock, WallClock
from game.commands import report
from game.commands.building import build_house, data_dir
from game.movement.learner import learn
from game.records.lock import FolderLock
from game.scenes.evening import BoutFlow
from game.scenes.pictures import Pictures
from game.training import catalogue
from game.training.assistance import AssistanceName
from game.training.exercise import LEVELS, Exercise, Setup
from game.training.sides import Named, seat
from hardware.errors import FootfallError
from hardware.hub import Hub
from hardware.recording import read_recording, sidecar_path
from hardware.sample import PUCKS, Puck
from hardware.spec import sources as sources_of

LOOK_S = 3.0
"""How long a live source may take to say which pucks it has."""
SECOND_S = 0.5
"""Once one puck is heard, another may take this much longer."""
PATIENCE_S = 60.0
"""Without a window nobody can press Stop: Prepare gives up when nothing has gone on for so long."""
NOT_RECORDED = "{path} could not be written to its end. Make room on the disk, or choose another place."
REPLAY = "replay:"
"""What a spec of a recording begins with."""
NOT_PREPARED = (
    "The bout could not begin: Prepare needs three seconds of stillness and three movements. "
    "Let the leg do them, or give a recording of them with --calibrate."
)


class PlayRequest(msgspec.Struct, frozen=True):
    """The arguments of `play`, as the command line documents them."""

    exercise: str
    level: int = 1
    side: Named | None = None
    assistance: AssistanceName = "active"
    setup: str | None = None
    pucks: list[str] | None = None
    calibrate: Path | None = None
    repetitions: int | str | None = "level"
    seconds: float | None = None
    headless: bool = False
    speed: str = "1"
    seed: int = 0
    record: Path | None = None
    report: Path | None = None
    timings: Path | None = None
    screenshots: Path | None = None
    every: float = 5.0
    data_dir: Path | None = None
    windowed: tuple[int, int] | None = None
    display: int | None = None

    @classmethod
    def from_arguments(cls, arguments: Mapping[str, Any]) -> Self:
        """The request in parsed arguments."""
        return cls(**{name: value for name, value in arguments.items() if name in cls.__struct_fields__})


def run(request: PlayRequest) -> int:
    """Play a bout. Raises FootfallError for anything a person can put right."""
    with FolderLock(data_dir(request.data_dir)):
        return _run(request)


def _run(request: PlayRequest) -> int:
    exercise, setup = chosen(request)
    check_files(request)
    clock = SteppedClock() if request.speed == "max" else WallClock()
    sources = sources_of(request.pucks or ["keyboard"], clock.now_s)
    if request.speed == "max" and any(source.live for source in sources):
        raise FootfallError("Only a recording or a simulated patient can play faster: leave out --speed max.")
    pictures = Pictures(request.screenshots, request.every) if request.screenshots else None
    house = build_house(
        clock, sources, data_dir(request.data_dir), silent=request.headless, pictures=pictures
    )
    try:
        plan = make_plan(request, exercise, setup, house.hub, clock)
        app = App(house, clock, _show(request))
        follows = house.player.id is not None and request.calibrate is None
        evening = BoutFlow(
            house, leave_after=True, show_results=not request.headless, follows=follows, asks=False
        )
        ended: list[Outcome] = []
        evening.on_outcome = ended.append
        evening.begin(plan)
        recording = house.recording
        app.run()
        if not ended and (request.headless or house.hub.ended):
            raise FootfallError(NOT_PREPARED)
        if ended and request.report is not None:
            report.write(request.report, evening.plan, ended[0])
        if request.timings is not None:
            app.frames.write(request.timings)
        if recording is not None and recording.failed:
            raise FootfallError(NOT_RECORDED.format(path=request.record))
    finally:
        house.close()
    return 0


def check_files(request: PlayRequest) -> None:
    """Raise FootfallError for a file that cannot be written, or not without losing another."""
    written = [path for path in (request.report, request.timings, request.record) if path is not None]
    replayed = [Path(spec.removeprefix(REPLAY)) for spec in request.pucks or () if spec.startswith(REPLAY)]
    read = replayed if request.calibrate is None else [*replayed, request.calibrate]
    for path in written:
        report.check_writable(path)
    if request.record is not None:
        written.append(sidecar_path(request.record))
    report.check_distinct(written, [*read, *map(sidecar_path, read)])


def chosen(request: PlayRequest) -> tuple[Exercise, Setup]:
    """The exercise and set-up meant. Raises FootfallError that names what there is."""
    exercise = catalogue.load().find(request.exercise)
    if not 1 <= request.level <= LEVELS:
        raise FootfallError(f"There is no level {request.level}. Choose a level from 1 to {LEVELS}.")
    try:
        return exercise, exercise.setup(request.setup)
    except KeyError:
        known = ", ".join(setup.id for setup in exercise.setups)
        raise FootfallError(
            f"{exercise.name} has no set-up '{request.setup}'. Choose one of: {known}."
        ) from None


def make_plan(
    request: PlayRequest, exercise: Exercise, setup: Setup, hub: Hub, clock: SteppedClock | WallClock
) -> BoutPlan:
    """Who plays what with which pucks. Raises FootfallError where they do not fit."""
    calibrations = {}
    if request.calibrate is not None:
        calibrations = learn(read_recording(request.calibrate).samples, setup.kind, setup.place)
    at_hand = list(calibrations) or pucks_at_hand(hub, clock)
    seating = seat(exercise, setup, "right", at_hand, request.side)
    goal = (
        exercise.level(request.level).repetitions if request.repetitions == "level" else request.repetitions
    )
    return BoutPlan(
        exercise=exercise,
        setup=setup,
        level=request.level,
        sides=seating.sides,
        assistance=request.assistance,
        goal=goal if isinstance(goal, int) else None,
        seconds=request.seconds,
        seed=request.seed,
        record=request.record,
        pucks=seating.side_of if calibrations else {},
        calibrations={puck: known for puck, known in calibrations.items() if puck in seating.side_of},
        patience_s=PATIENCE_S if request.headless else None,
    )


def pucks_at_hand(hub: Hub, clock: SteppedClock | WallClock) -> list[Puck]:
    """The pucks the sources have; live sources are given a moment to say."""
    until_s = clock.now_s() + LOOK_S
    known: list[Puck] = []
    while clock.now_s() < until_s and len(known) < len(PUCKS):
        before, known = known, [puck for puck in PUCKS if puck in hub.offers]
        if known and not hub.live:
            break
        if known and not before:
            until_s = min(until_s, clock.now_s() + SECOND_S)
        hub.drain(clock.now_s())
        clock.wait_until(clock.now_s() + 0.02)
    return known or ["blue"]


def _show(request: PlayRequest) -> Show:
    unseen = request.headless and request.speed == "max" and request.timings is None
    return Show(request.windowed, request.display, headless=request.headless, unseen=unseen)
