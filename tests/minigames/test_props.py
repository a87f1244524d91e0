"""Every prop stands where it says, and can be cut; nobody comes by twice as the same person."""

from collections.abc import Callable

import pytest

from game.minigames.drawbridge.landmark import landmark as drawbridge
from game.minigames.kite_hill.landmark import landmark as kite_hill
from game.minigames.props import animals, boats, houses, kites, oncoming, people, plants, things
from game.minigames.props.way import faced
from game.ui.paper import bounds, cut
from game.ui.scenery import Pieces
from game.ui.theme import Look

_STAND: dict[str, Callable[[], Pieces]] = {
    "lantern": things.lantern,
    "crate": things.crate,
    "barrel": things.barrel,
    "basket": lambda: things.basket(apples=7),
    "cart": lambda: things.rolling_cart(load=2),
    "bench": things.bench,
    "signpost": things.signpost,
    "standing gull": animals.standing_gull,
    "heron": animals.heron,
    "dog": animals.dog,
    "sitting dog": lambda: animals.dog(sitting=True),
    "cat": animals.cat,
    "sheep": animals.sheep,
    "rabbit": animals.rabbit,
    "frog": animals.frog,
    "hedgehog": animals.hedgehog,
    "cow": animals.cow,
    "row house": lambda: houses.row_house(1),
    "shop": lambda: houses.shop(1),
    "stall": houses.stall,
    "tower": houses.tower,
    "bridge tower": houses.bridge_tower,
    "stone arch": houses.stone_arch,
    "mill": houses.mill,
    "chapel": houses.chapel,
    "pavilion": houses.pavilion,
    "fruit tree": lambda: plants.fruit_tree(1),
    "blossom": lambda: plants.blossom(1, 160),
    "poplar": lambda: plants.poplar(1),
    "willow": lambda: plants.willow(1),
    "reeds": lambda: plants.reeds(1),
    "tulip": plants.tulip,
    "daisies": lambda: plants.daisies(1),
    "meadow tuft": lambda: plants.meadow_tuft(1),
    "toadstool": plants.toadstool,
}
_FLOAT: dict[str, Callable[[], Pieces]] = {
    "duck": animals.duck,
    "duckling": animals.duckling,
    "swan": animals.swan,
    "rowing boat": boats.rowing_boat,
    "sailing boat": boats.sailing_boat,
    "tug": boats.tug,
    "cargo ship": boats.cargo_ship,
    "ferry": boats.ferry,
    "barge": boats.barge,
    "tall ship": boats.tall_ship,
    "canoe": boats.canoe,
    "buoy": boats.buoy,
    "sloop": oncoming.sloop,
    "tug ahead": oncoming.tug,
    "fisher": oncoming.fisher,
    "ferry ahead": oncoming.ferry,
    "clipper": oncoming.clipper,
    "houseboat": oncoming.houseboat,
    "swan boat": oncoming.swan,
    "lantern barge": oncoming.lantern_barge,
    "dinghy": lambda: oncoming.dinghy(1),
}
_HANG: dict[str, Callable[[], Pieces]] = {
    "kite": lambda: things.kite(face=True),
    "balloon": things.balloon,
    "round kite": lambda: kites.round_kite(face=True),
    "box kite": kites.box_kite,
    "fish kite": kites.fish,
    "bird kite": kites.bird,
    "dragon kite": kites.dragon,
    "pinwheel": kites.pinwheel,
    "apple": things.apple,
    "bell": things.bell,
    "bow": things.bow,
    "wheel": things.wheel,
    "umbrella": things.umbrella,
    "bunting": lambda: things.bunting((0, 0), (200, 0)),
    "windsock": things.windsock,
    "flag": things.flag,
    "gull": animals.gull,
    "fish": animals.fish,
    "dolphin": animals.dolphin,
    "butterfly": animals.butterfly,
    "leaping frog": lambda: animals.frog(leaping=True),
    "mill sails": lambda: houses.mill_sails(200),
    "oar": boats.oar,
    "lily pad": plants.lily_pad,
}


@pytest.mark.parametrize("name", [*_STAND, *_FLOAT])
def test_a_thing_stands_on_the_ground_or_lies_in_the_water_at_its_point(name: str) -> None:
    box = bounds((_STAND | _FLOAT)[name]())
    assert -3 <= box.bottom <= (15 if name in _STAND else 24)
    assert box.left < 0 < box.right


@pytest.mark.parametrize("name", [*_STAND, *_FLOAT, *_HANG])
def test_a_thing_is_of_several_sheets_and_can_be_cut(name: str) -> None:
    pieces = (_STAND | _FLOAT | _HANG)[name]()
    picture = cut(pieces, Look(), lift=0, keep=False)
    assert len(pieces) >= 3
    assert picture.surface.get_bounding_rect().width > 10


def test_somebody_stands_on_the_ground_and_a_child_is_smaller() -> None:
    adult, child = (bounds(people.person(people.someone(4, child=small))) for small in (False, True))
    assert abs(adult.bottom) <= 4
    assert abs(child.bottom) <= 4
    assert child.height < 0.9 * adult.height


def test_the_first_two_dozen_who_come_by_all_differ() -> None:
    assert len({people.someone(n) for n in range(24)}) == 24


def test_a_thing_seen_in_a_mirror_looks_the_other_way_and_mirrored_twice_is_itself() -> None:
    gull = animals.standing_gull()
    box, turned = bounds(gull), bounds(faced(gull, -1))
    assert abs(turned.right + box.left) <= 1
    assert faced(faced(gull, -1), -1) == gull


@pytest.mark.parametrize("size", [90.0, 180.0])
@pytest.mark.parametrize("landmark", [drawbridge, kite_hill])
def test_a_landmark_stands_at_its_foot_and_is_about_as_tall_as_asked(
    landmark: Callable[[float], Pieces], size: float
) -> None:
    box = bounds(landmark(size))
    assert abs(box.bottom) <= 0.08 * size
    assert 0.8 * size <= box.height <= 1.2 * size
