"""The coach: every pose of every exercise stays in its rectangle, and mirrors for the left leg."""

import tomllib
from pathlib import Path

import msgspec
import pygame
import pytest

from game.training.poses import Coach, LegPose, Pose
from game.ui.coach import CoachFigure, LegSide
from game.ui.skeleton import ANKLE_HEIGHT, SHIN, STAND_FLOOR, THIGH, skeleton
from game.ui.theme import Look

pytestmark = pytest.mark.real_paper

GROUND = (1, 2, 3)
LEVELS = Path(__file__).parents[2] / "levels"


def setups() -> list[tuple[str, Coach, str, str]]:
    found = []
    for file in sorted(LEVELS.glob("*.toml")):
        exercise = tomllib.loads(file.read_text())
        for setup in exercise["setups"]:
            coach = msgspec.convert(setup["coach"], Coach)
            found.append((f"{exercise['id']} {setup['id']}", coach, setup["posture"], setup["place"]))
    return found


def other_postures() -> list[tuple[str, Coach, str, str]]:
    lying = Pose(working=LegPose(hip_deg=0, knee_deg=0), resting=LegPose(hip_deg=0, knee_deg=0))
    bent = msgspec.structs.replace(lying, working=LegPose(hip_deg=110, knee_deg=110))
    aside = msgspec.structs.replace(lying, working=LegPose(hip_deg=0, knee_deg=0, abduction_deg=40))
    turned = Pose(working=LegPose(rotation_deg=35))
    return [
        ("knee to chest", Coach("side", lying, bent), "lying", "thigh"),
        ("side leg raise", Coach("front", lying, aside), "standing", "ankle"),
        ("foot out", Coach("front", Pose(), turned), "sitting", "ankle"),
        ("close up", Coach("foot", Pose(), Pose(working=LegPose(ankle_deg=18))), "sitting", "foot"),
        ("squeeze", Coach("front", Pose(), Pose(working=LegPose(abduction_deg=-6))), "sitting", "knees"),
    ]


ALL = [*setups(), *other_postures()]


def drawn(figure: CoachFigure, size: tuple[int, int], position: float) -> pygame.Surface:
    """The figure in the middle of a larger canvas, so that what leaves its rectangle would be seen."""
    canvas = pygame.Surface((size[0] + 200, size[1] + 200))
    canvas.fill(GROUND)
    figure.draw(canvas, pygame.Rect(100, 100, *size), {"left": position, "right": position})
    return canvas


def touched(canvas: pygame.Surface) -> pygame.Rect:
    mask = pygame.mask.from_threshold(canvas, GROUND, (1, 1, 1))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return boxes[0].unionall(boxes[1:])


@pytest.mark.parametrize(("coach", "posture", "place"), [p[1:] for p in ALL], ids=[p[0] for p in ALL])
@pytest.mark.parametrize("sides", [("left",), ("right",), ("left", "right")], ids=str)
def test_every_pose_stays_clear_of_the_edges(
    coach: Coach, posture: str, place: str, sides: tuple[LegSide, ...]
) -> None:
    figure = CoachFigure(coach, posture, place, sides=sides, look=Look())
    for position in (-0.5, 0.0, 0.5, 1.0, 2.0):
        area = touched(drawn(figure, (220, 240), position))
        rect = pygame.Rect(100, 100, 220, 240)
        assert rect.contains(area)
        if coach.view != "foot":
            assert area.left > rect.left
            assert area.right < rect.right
            assert area.top > rect.top
            assert area.bottom < rect.bottom


def test_a_limb_keeps_its_length_in_the_side_view() -> None:
    for knee in range(0, 100, 10):
        leg = skeleton(Pose(working=LegPose(hip_deg=70, knee_deg=knee)), "sitting", "side").legs["working"]
        assert pygame.Vector2(leg.hip).distance_to(leg.knee) == pytest.approx(THIGH)
        assert pygame.Vector2(leg.knee).distance_to(leg.ankle) == pytest.approx(SHIN)


def test_a_straight_knee_brings_the_foot_up_in_front() -> None:
    rest, top = (
        skeleton(Pose(working=LegPose(knee_deg=knee)), "sitting", "side").legs["working"].ankle
        for knee in (90, 0)
    )
    assert top[0] > rest[0] + 200
    assert top[1] < rest[1] - 200


def test_a_foot_turned_out_goes_to_its_own_side() -> None:
    bones = skeleton(Pose(LegPose(rotation_deg=30), LegPose(rotation_deg=30)), "sitting", "front")
    assert bones.legs["working"].ankle[0] > bones.legs["working"].knee[0] + 50
    assert bones.legs["resting"].ankle[0] < bones.legs["resting"].knee[0] - 50


@pytest.mark.parametrize("knee", [0, 40, 90])
def test_a_standing_figure_keeps_a_foot_on_the_floor(knee: int) -> None:
    squat = LegPose(hip_deg=knee, knee_deg=knee)
    bones = skeleton(Pose(squat, squat), "standing", "side")
    soles = [leg.ankle[1] - leg.shin_up[1] * (ANKLE_HEIGHT - 6) for leg in bones.legs.values()]
    assert max(soles) == pytest.approx(STAND_FLOOR - 6, abs=1)


def test_a_moving_trunk_is_not_shown_where_it_was() -> None:
    straight = LegPose(hip_deg=0, knee_deg=0)
    bent = LegPose(hip_deg=80, knee_deg=80)
    coach = Coach("side", Pose(straight, straight), Pose(bent, bent))
    figure = CoachFigure(coach, "standing", "thigh", sides=("right",), look=Look())
    tops = []
    for position in (0.0, 1.0):
        canvas = drawn(figure, (300, 300), position)
        hair = [y for y in range(100, 400) for x in range(100, 400) if canvas.get_at((x, y))[:3] != GROUND]
        tops.append(min(hair))
    assert tops[1] > tops[0] + 15


def test_the_left_leg_is_the_mirror_image_in_blue() -> None:
    _, coach, posture, place = other_postures()[2]
    blues, yellows = [], []
    for side in ("left", "right"):
        figure = CoachFigure(coach, posture, place, sides=(side,), look=Look())
        canvas = drawn(figure, (400, 400), 0.0)
        pixels = [canvas.get_at((x, y)) for x in range(100, 500, 3) for y in range(100, 500, 3)]
        blues.append(sum(p.b > p.r + 90 for p in pixels))
        yellows.append(sum(p.r > p.b + 120 and p.g > p.b + 90 for p in pixels))
    assert blues[0] > 100 > blues[1]
    assert yellows[1] > 100 > yellows[0]


@pytest.mark.parametrize("faces", ["left", "right"])
@pytest.mark.parametrize("works", ["left", "right"])
def test_the_leg_towards_us_is_that_of_the_side_it_faces(works: LegSide, faces: LegSide) -> None:
    """Whoever does as the coach does must not take the other leg."""
    _, coach, posture, place = next(one for one in setups() if one[0].startswith("knee_extension"))
    figure = CoachFigure(coach, posture, place, sides=(works,), look=Look(), faces=faces)
    parts = [name for name, _ in figure._parts(coach.top)]
    hidden = parts.index("working thigh") < parts.index("body")
    assert hidden == (works != faces)
    assert figure.faces == faces
    legs = figure._bones(0.0).legs
    assert (legs["working"].knee[1] < legs["resting"].knee[1]) == hidden


def test_the_pictures_it_keeps_are_bounded() -> None:
    _, coach, posture, place = other_postures()[0]
    figure = CoachFigure(coach, posture, place, sides=("right",), look=Look())
    for step in range(100):
        drawn(figure, (120, 120), step / 99)
    assert figure.bytes_kept <= 64 * 1024 * 1024
