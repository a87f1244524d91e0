"""Bouts that were never played, for screens that come after one."""

import pygame

from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.bout.play import Play
from game.minigames.stage import MiniGame
from game.movement.events import Repetition, Target
from game.scenes.house import House
from game.training.assistance import Assistance
from game.training.bout import BoutResult
from game.training.counted import Counted
from game.training.exercise import Side
from game.training.unlocking import stars


def plan_of(house: House, level: int = 1, sides: tuple[Side, ...] = ("left",)) -> BoutPlan:
    exercise = house.catalogue["knee_extension"]
    goal = exercise.level(level).repetitions
    return BoutPlan(exercise, exercise.setup(), level, sides, goal=goal)


def repetition(number: int, share: float, *, full: bool = True, hold_s: float = 0.6) -> Repetition:
    begin = 6.0 * number
    return Repetition(
        puck="blue",
        start_s=begin,
        peak_s=begin + 1.5,
        end_s=begin + 4.0,
        range_deg=60.0 * share,
        range=share,
        hold_s=hold_s,
        out_s=1.5,
        back_s=2.5,
        peak_speed_dps=60.0,
        full=full,
        asked=Target(0.6, 0.0),
    )


def outcome_of(plan: BoutPlan, full: int, partial: int) -> Outcome:
    """So many full repetitions, then so many partial ones; the best reach is 85 %."""
    done = [repetition(n, 0.85 if n == 0 else 0.7) for n in range(full)]
    done += [repetition(full + n, 0.4, full=False, hold_s=0.1) for n in range(partial)]
    counted = full + partial
    finished = counted >= (plan.goal or 1)
    result = BoutResult(
        exercise=plan.exercise.id,
        setup=plan.setup.id,
        level=plan.level,
        sides=plan.sides,
        assistance=Assistance.named(plan.assistance),
        full=full,
        partial=partial,
        gentle=full,
        score=12 * full + 3 * partial,
        stars=stars(full, counted, finished),
        duration_s=6.0 * counted,
        finished=finished,
    )
    legs = tuple(Counted(number, plan.sides[0], one) for number, one in enumerate(done, 1))
    return Outcome(result, legs, 6.0 * counted, stopped=not finished, dropped_lines=0, zero_s=0.0)


class Picture(MiniGame):
    """A mini-game's last picture, plain."""

    tunes = ()
    bed = ""

    def __init__(self) -> None:
        """It needs no stage."""

    def step(self, dt_s: float, play: Play) -> None:
        """Nothing moves."""

    def draw(self, surface: pygame.Surface) -> None:
        """One colour."""
        surface.fill((90, 120, 140))

    def finish(self) -> None:
        """It is finished."""
