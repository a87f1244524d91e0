"""Which gauge shows which kind of movement."""

from game.movement.events import MovementKind
from game.ui.foot_gauge import StepGauge, TapGauge
from game.ui.gauge import LegSide, MovementGauge
from game.ui.gauge_lanes import LaneGauge
from game.ui.round_gauge import CalmGauge, RoundGauge
from game.ui.theme import Look


def gauge_for(
    kind: MovementKind, size: tuple[int, int], sides: tuple[LegSide, ...], look: Look
) -> MovementGauge | LaneGauge:
    """A column for what goes out and back, or both ways from its middle; a gauge of its own for the rest."""
    match kind:
        case "circle":
            return RoundGauge(size, sides, look)
        case "still":
            return CalmGauge(size, sides, look)
        case "tap":
            return TapGauge(size, sides, look)
        case "step":
            return StepGauge(size, sides, look)
        case _:
            return MovementGauge(size, sides, look, two_way=kind == "two_way_swing")
