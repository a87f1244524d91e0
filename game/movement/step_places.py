"""Which kind of tracker finds the steps of a puck, by where on the body it sits."""

from game.movement.gait import StepTracker
from game.movement.learnt import Calibration
from game.movement.leg_steps import LegStepTracker
from game.movement.unplaced_steps import UnplacedStepTracker
from hardware.sample import Puck

# Where a puck turns with the leg and never stands still in a walk.
LEG_PLACES = frozenset({"ankle", "knee", "thigh"})


def step_tracker(
    puck: Puck, calibration: Calibration | None = None, place: str = ""
) -> StepTracker | LegStepTracker | UnplacedStepTracker:
    """What finds the steps of a puck at a place of the body; on an unknown one it finds out by itself."""
    place = place or (calibration.place if calibration else "")
    if place == "foot":
        return StepTracker(puck, calibration)
    return (LegStepTracker if place in LEG_PLACES else UnplacedStepTracker)(puck, calibration)
