"""What is kept of a bout beside its repetitions: what Prepare learned, a best result, an open level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.records.errors import DamagedError, RecordsError
from game.records.model import Player
from game.training.exercise import LEVELS
from game.training.sides import Named

if TYPE_CHECKING:
    from game.records.records import Records


class Achieved(msgspec.Struct, frozen=True):
    """best: better than every earlier bout of this player, exercise, side and level. opened: the level that
    this bout opened, None where it opened none. next_level: the level after this one, if it may be played."""

    best: bool = False
    opened: int | None = None
    next_level: int | None = None


def side_of(plan: BoutPlan) -> Named:
    """How records name the legs in play."""
    return plan.sides[0] if len(plan.sides) == 1 else "both"


def keep_calibrations(records: Records, player: Player, plan: BoutPlan) -> None:
    """Keep what was learned of each leg, and how surely; of a guest nothing. Records that cannot be written
    now keep the next ones."""
    if player.id is None:
        return
    try:
        for puck, known in plan.calibrations.items():
            records.save_calibration(
                player.id,
                plan.exercise.id,
                setup=plan.setup.id,
                side=plan.pucks[puck],
                calibration=known,
            )
    except DamagedError:
        raise
    except RecordsError:
        return


def keep_result(
    records: Records,
    player: Player,
    plan: BoutPlan,
    outcome: Outcome,
    *,
    opened: int | None,
    open_level: int,
) -> Achieved:
    """Compare with what was. Call it before the bout is ended in the records.

    opened and open_level: what training says of the levels. A guest is compared with nobody, and what was
    done in the mirror or by feeling with nothing.
    """
    next_level = opened or _next(plan.level, open_level)
    if player.id is None or plan.modifier:
        return Achieved(opened=opened, next_level=next_level)
    before = records.best(player.id, plan.exercise.id, side_of(plan), plan.level, limit=1)
    reached = (outcome.result.stars, outcome.result.score)
    best = bool(before) and outcome.result.stars > 0 and reached > (before[0].stars, before[0].score)
    return Achieved(best, opened, next_level)


def _next(level: int, open_until: int) -> int | None:
    return level + 1 if level < min(open_until, LEVELS) else None
