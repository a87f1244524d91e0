"""Small paper pictures that say what a choice does, each on its own pale sheet, anchored at its middle."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from game.ui import icon_shapes as shapes
from game.ui.curves import box
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, Look, tones

ICON_PX = 92
"""Height and width of an icon with its sheet."""


def icon(name: str, look: Look) -> Cutout | None:
    """The icon of a choice by its key, None for a choice without one."""
    return _icon(name, look.contrast) if name in _ICONS else None


@lru_cache(maxsize=96)
def _icon(name: str, contrast: bool) -> Cutout:
    sheet = Piece(box(-50, -50, 100, 100, 22), tones(CREAM), lift=0, lean=0.1)
    pieces = placed((sheet, *_ICONS[name]()), (0, 0), ICON_PX / 100)
    return cut(pieces, Look(contrast=contrast), lift=3)


_ICONS: dict[str, Callable[[], Pieces]] = {
    "play": shapes.triangle,
    "go_on": shapes.triangle,
    "back": shapes.arrow_left,
    "leave": shapes.door,
    "leave_yes": shapes.door,
    "stay": shapes.island,
    "home": shapes.island,
    "more": shapes.dots,
    "something_else": shapes.dots,
    "skip": shapes.chevrons,
    "next": shapes.chevrons,
    "choose": shapes.tiles,
    "other": shapes.tiles,
    "others": shapes.rows_of_lines,
    "plans": shapes.clipboard,
    "progress": shapes.footprints,
    "quick": shapes.stopwatch,
    "who": shapes.two_people,
    "guest": shapes.one_person,
    "new": shapes.new_person,
    "settings": shapes.gear,
    "seeing": shapes.eye,
    "hearing": shapes.loudspeaker,
    "moving": shapes.leg,
    "keys": shapes.key,
    "data": shapes.page,
    "about": shapes.letter_i,
    "delete": shapes.basket,
    "delete_yes": shapes.basket,
    "keep": shapes.one_person,
    "vision": shapes.half_seen,
    "text_size": shapes.letter_sizes,
    "contrast": shapes.half_dark,
    "reduced_motion": shapes.waves,
    "limb_key": shapes.key,
    "left_key": shapes.key,
    "right_key": shapes.key,
    "one_switch": shapes.big_button,
    "rest": shapes.cup,
    "feel_unwell": shapes.hand_on_heart,
    "chest": shapes.hand_on_heart,
    "new_signs": shapes.one_person,
    "hurts": shapes.leg,
    "emergency_number": shapes.loudspeaker,
    "end": shapes.square,
    "stop": shapes.square,
    "gently": shapes.leaf_calm,
    "again": shapes.turn_again,
    "level_up": shapes.stairs,
    "save": shapes.page,
    "path": shapes.lamp_on_path,
    "days": shapes.calendar,
    "ranges": shapes.angle,
    "all_ready": shapes.tick,
    "all_well": shapes.tick,
    "well": shapes.tick,
    "agreed": shapes.tick,
    "sat": shapes.tick,
    "skin_fine": shapes.tick,
    "yes": shapes.tick,
    "both_sides": shapes.eye,
    "one_side": shapes.half_seen,
    "not_now": shapes.arrow_left,
    "not_yet": shapes.arrow_left,
    "enough": shapes.square,
    "dizzy": shapes.waves,
    "calf": shapes.leg,
    "ill": shapes.cup,
    "skin_red": shapes.hand_on_heart,
    "seated": shapes.sitting,
    "diary": shapes.clipboard,
    "therapist": shapes.two_people,
    "health": shapes.hand_on_heart,
    "placement": shapes.leg,
    "sittings": shapes.stopwatch,
    "scores": shapes.rows_of_lines,
    "walk": shapes.footprints,
    "minutes": shapes.stopwatch,
    "take_back": shapes.basket,
    "another": shapes.rows_of_lines,
    "helper_yes": shapes.tick,
    "helper_no": shapes.arrow_left,
    "sitting": shapes.sitting,
    "lying": shapes.lying,
    "standing": shapes.standing,
}
