"""One person, who can be anybody: skin, hair, clothes, hat, age, and what they are doing.

About the ground between the feet (0, 0); an adult is 160 px tall, a child 112. A person looks to the right, a
little towards the player; way.faced turns them. The arms are turned about SHOULDERS where a game moves them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from game.minigames.props.things import umbrella
from game.ui.curves import Outline, Point, bezier, box, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, INK, Tones, mix, tones

Pose = Literal[
    "standing", "walking", "waving", "cheering", "pointing", "carrying", "holding", "sitting", "aback"
]
Hat = Literal["none", "straw", "cap", "bobble", "scarf", "captain", "sou'wester"]
Hair = Literal["short", "long", "bun", "curls", "bald"]

SKINS = (tones((240, 200, 168)), tones((222, 172, 136)), tones((186, 130, 96)), tones((138, 94, 74)))
HAIRS = (tones((66, 50, 54)), tones((150, 98, 62)), tones((222, 180, 108)), tones((206, 202, 198)))
COATS = (
    tones((70, 134, 148)),
    tones((206, 140, 74)),
    tones((150, 104, 140)),
    tones((104, 142, 96)),
    tones((196, 104, 92)),
    tones((92, 112, 160)),
    tones((226, 190, 110)),
    tones((214, 150, 166)),
)
TROUSERS = (tones((92, 100, 124)), tones((122, 100, 92)), tones((84, 112, 116)), tones((150, 138, 126)))
SHOULDERS: tuple[Point, Point] = ((-19.0, -102.0), (19.0, -102.0))
"""The far and the near shoulder of an adult."""

CHILD = 0.70
_SHOE = Tones((78, 66, 74), (52, 44, 60), (118, 104, 108))
_DARK = tones((46, 36, 48))
_LIPS = tones((166, 88, 78))
_BLUSH = (226, 132, 112)
_HIP, _NECK, _HEAD = -62.0, -108.0, -132.0


@dataclass(frozen=True, slots=True)
class Person:
    """Who it is. scarf: a bright one about the neck; skirt: a long coat or dress instead of a jacket."""

    skin: Tones = SKINS[0]
    hair: Tones = HAIRS[0]
    cut: Hair = "short"
    coat: Tones = COATS[0]
    trousers: Tones = TROUSERS[0]
    hat: Hat = "none"
    hat_tones: Tones = COATS[1]
    scarf: Tones | None = None
    skirt: bool = False
    child: bool = False

    @property
    def size(self) -> float:
        """As a share of an adult."""
        return CHILD if self.child else 1.0


def someone(number: int, *, child: bool | None = None) -> Person:
    """The number-th person to come by: always the same one for the same number. One in four is a child."""
    chance = random.Random(number * 7919 + 11)
    coat = (number * 3 + number // 8) % len(COATS)
    hats: tuple[Hat, ...] = ("none", "straw", "cap", "none", "bobble", "scarf")
    cuts: tuple[Hair, ...] = ("short", "long", "bun", "curls", "short")
    return Person(
        skin=SKINS[(number + chance.randrange(2)) % 4],
        hair=HAIRS[chance.randrange(4 if number % 4 else 3)],
        cut=cuts[number % 5],
        coat=COATS[coat],
        trousers=chance.choice(TROUSERS),
        hat=hats[(number * 5 + 1) % 6],
        hat_tones=COATS[(coat + 3) % len(COATS)],
        scarf=COATS[(coat + 5) % len(COATS)] if number % 3 == 0 else None,
        skirt=number % 5 in (1, 2),
        child=number % 4 == 3 if child is None else child,
    )


def person(who: Person, pose: Pose = "standing", *, step: float = 0.0) -> Pieces:
    """Somebody doing something. step: -1 to 1, how the legs swing where they walk."""
    swing = step if pose == "walking" else 0.0
    arms = _arm_paths(pose, swing)
    legs = _sitting_legs(who) if pose == "sitting" else _legs(who, swing)
    sink = 26.0 if pose == "sitting" else 0.0
    upper: Pieces = (
        *_arm(who, arms[0], far=True),
        *_coat(who, sitting=pose == "sitting"),
        *(placed(_carried(), (16, -74)) if pose == "carrying" else ()),
        *_head(who, aback=pose == "aback"),
        *_arm(who, arms[1], far=False),
    )
    whole = (*legs, *placed(upper, (0.0, sink)))
    return _grown(whole, who)


def arm(who: Person) -> Pieces:
    """An arm alone, hanging from its shoulder (0, 0), for a game that turns it."""
    path = smooth(((0, 0), (3, 22), (1, 40)), closed=False)
    return placed(_arm(who, path, far=False), (0, 0), who.size)


def bust(who: Person, *, waving: bool = False) -> Pieces:
    """Somebody at a window or over a rail: (0, 0) lies on the sill, under the middle."""
    pose: Pose = "waving" if waving else "standing"
    near = _arm_paths(pose, 0.0)[1]
    chest = smooth(((0, -110), (17, -108), (25, -97), (27, -70), (-27, -70), (-25, -97), (-17, -108)))
    return placed(
        (
            Piece(chest, who.coat, lift=2),
            *_head(who),
            *(_arm(who, near, far=False) if waving else ()),
        ),
        (0.0, 72.0 * who.size),
        who.size,
    )


def under_umbrella(who: Person, paper: Tones, *, step: float = 0.0) -> Pieces:
    """Somebody walking in the rain."""
    up = placed(umbrella(paper), (27 * who.size, -84 * who.size), who.size)
    return (*up, *person(who, "holding" if step == 0 else "walking", step=step))


def _grown(pieces: Pieces, who: Person) -> Pieces:
    return placed(pieces, (0, 0), CHILD) if who.child else pieces


def _arm_paths(pose: Pose, step: float) -> tuple[Outline, Outline]:
    """Shoulder, elbow, hand of the far and of the near arm."""
    far, near = SHOULDERS
    hang = 16.0 * step
    paths: dict[str, tuple[tuple[Point, ...], tuple[Point, ...]]] = {
        "standing": ((far, (-26, -80), (-24, -62)), (near, (26, -80), (23, -62))),
        "walking": (
            (far, (-22 + hang, -82), (-18 + 1.5 * hang, -66)),
            (near, (22 - hang, -82), (20 - 1.7 * hang, -66)),
        ),
        "waving": ((far, (-26, -80), (-22, -62)), (near, (37, -112), (41, -140))),
        "cheering": ((far, (-37, -114), (-40, -144)), (near, (37, -114), (41, -144))),
        "pointing": ((far, (-26, -80), (-22, -62)), (near, (38, -104), (58, -114))),
        "carrying": ((far, (-20, -80), (6, -74)), (near, (26, -80), (30, -66))),
        "holding": ((far, (-18, -82), (12, -84)), (near, (32, -84), (27, -100))),
        "sitting": ((far, (-22, -82), (8, -70)), (near, (27, -82), (24, -66))),
        "aback": ((far, (-34, -90), (-30, -112)), (near, (36, -92), (34, -114))),
    }
    a, b = paths[pose]
    return smooth(a, closed=False), smooth(b, closed=False)


def _arm(who: Person, path: Outline, *, far: bool) -> Pieces:
    cloth = Tones(who.coat.shade, mix(who.coat.shade, INK, 0.15), who.coat.base) if far else who.coat
    x, y = path[-1]
    return (
        Piece(oval((x, y), 13, 13, 20), who.skin, lift=1),
        Piece(ribbon(path[:-2], 15, 11), cloth, lift=2),
    )


def _legs(who: Person, step: float) -> Pieces:
    pieces: list[Piece] = []
    for way, x in ((-1, -9.0), (1, 9.0)):
        foot = x * (1 - 0.6 * abs(step)) + way * 21 * step
        rise = max(0.0, -way * step) * 5
        cloth = Tones(who.trousers.shade, mix(who.trousers.shade, INK, 0.2), who.trousers.base)
        paper = cloth if way < 0 else who.trousers
        bend = (foot + x) / 2 + 4 * abs(step)
        leg = smooth(((x, _HIP), (bend, _HIP / 2), (foot, -8 - rise)), closed=False)
        skin = who.skirt or (who.child and who.coat is not who.trousers)
        pieces += [
            Piece(ribbon(leg, 16, 12), who.skin if skin and who.child else paper, lift=2),
            Piece(_shoe(foot, -rise), _SHOE, lift=2),
        ]
    return tuple(pieces)


def _shoe(x: float, y: float) -> Outline:
    return smooth(((x - 8, y), (x - 8, y - 9), (x + 2, y - 11), (x + 13, y - 6), (x + 15, y), (x, y + 1)))


def _sitting_legs(who: Person) -> Pieces:
    pieces: list[Piece] = []
    for x, paper in (
        (4.0, Tones(who.trousers.shade, who.trousers.shade, who.trousers.base)),
        (0.0, who.trousers),
    ):
        leg = smooth(((x - 4, -38), (x + 22, -38), (x + 28, -24), (x + 27, -8)), closed=False)
        pieces += [Piece(ribbon(leg, 17, 12), paper, lift=2), Piece(_shoe(x + 28, 0), _SHOE, lift=2)]
    return tuple(pieces)


def _coat(who: Person, *, sitting: bool) -> Pieces:
    low = -60.0 if sitting else -34.0 if who.skirt else -54.0
    wide = 29.0 if who.skirt and not sitting else 24.0
    edge = smooth(
        (
            (0, -111),
            (16, -110),
            (25, -98),
            (22, -78),
            (wide, low),
            (0, low + 4),
            (-wide, low),
            (-22, -78),
            (-25, -98),
            (-16, -110),
        )
    )
    pieces = [Piece(edge, who.coat, lift=2)]
    if who.skirt:
        hem = ribbon(bezier((-wide + 2, low - 5), (-9, low), (9, low), (wide - 2, low - 5)), 5)
        pieces.append(Piece(hem, Tones(who.coat.light, who.coat.base, who.coat.light), lift=0))
    else:
        pieces.append(Piece(ribbon(((4, -104), (5, low + 2)), 2.4), Tones(*(3 * (who.coat.shade,))), lift=0))
        pieces += [Piece(oval((9, y), 4, 4, 12), tones(CREAM), lift=0) for y in (-94, -82, -70)]
    if who.scarf:
        pieces += [
            Piece(ribbon(((-13, -92), (-22, -74)), 9, 10), who.scarf, lift=1),
            Piece(ribbon(bezier((-17, -108), (-6, -101), (8, -101), (18, -108)), 11), who.scarf, lift=2),
        ]
    else:
        pieces.append(
            Piece(ribbon(bezier((-11, -109), (-4, -104), (6, -104), (13, -109)), 5), tones(CREAM), lift=1)
        )
    return tuple(pieces)


def _head(who: Person, *, aback: bool = False) -> Pieces:
    big = 1.22 if who.child else 1.0
    back, front = _hair(who)
    mouth: Piece = (
        Piece(oval((6, -11), 6, 7, 16), _LIPS, lift=0)
        if aback
        else Piece(ribbon(bezier((-2, -12), (2, -7), (9, -7), (12, -12)), 2.6), _LIPS, lift=0)
    )
    blush = Tones(*(3 * (mix(who.skin.base, _BLUSH, 0.5),)))
    face = smooth(((0, -43), (16, -38), (20, -24), (17, -9), (4, -1), (-10, -5), (-19, -18), (-17, -36)))
    pieces = (
        *back,
        Piece(ribbon(((0, -4), (0, 4)), 13), who.skin, lift=1),
        Piece(face, who.skin, lift=2),
        Piece(oval((-16, -20), 8, 10, 18), who.skin, lift=1),
        *(Piece(oval((x, -15), 7, 5, 16), blush, lift=0, lean=0.0) for x in (-6, 15)),
        *(Piece(oval((x, -22), 4.4, 5.6, 16), _DARK, lift=0) for x in (-1, 12)),
        mouth,
        *front,
        *_hat(who),
    )
    return placed(pieces, (0, _NECK + 1), big)


def _hair(who: Person) -> tuple[Pieces, Pieces]:
    """What lies behind the face, and what lies upon it."""
    locks = who.hair
    fringe = smooth(
        ((20, -26), (19, -42), (4, -50), (-16, -46), (-22, -28), (-19, -18), (-14, -32), (2, -35), (14, -34))
    )
    if who.cut == "bald":
        return (), (Piece(ribbon(bezier((-19, -18), (-22, -26), (-20, -34), (-16, -38)), 6), locks, lift=1),)
    if who.cut == "long":
        back = smooth(((0, -48), (18, -42), (21, -20), (14, -4), (-4, 14), (-24, 16), (-26, -6), (-24, -32)))
        return (Piece(back, locks, lift=2),), (Piece(fringe, locks, lift=1),)
    if who.cut == "bun":
        return (Piece(oval((-14, -50), 20, 18, 24), locks, lift=2),), (Piece(fringe, locks, lift=1),)
    if who.cut == "curls":
        spots = ((-18, -14), (-22, -26), (-18, -38), (-8, -46), (5, -48), (16, -42))
        curls = tuple(Piece(oval(at, 17, 17, 20), locks, lift=1) for at in spots)
        return curls[:2], curls[2:]
    return (), (Piece(fringe, locks, lift=1),)


def _hat(who: Person) -> Pieces:
    paper = who.hat_tones
    band = Tones(paper.shade, paper.shade, paper.base)
    dome = smooth(((-20, -34), (-19, -50), (-4, -58), (12, -54), (20, -42), (19, -34), (0, -37)))
    if who.hat == "straw":
        straw = tones((240, 210, 138))
        return (
            Piece(smooth(((-16, -38), (-15, -54), (0, -58), (14, -55), (16, -38))), straw, lift=1),
            Piece(ribbon(bezier((-16, -41), (-5, -37), (6, -37), (16, -41)), 6), paper, lift=0),
            Piece(ribbon(bezier((-32, -38), (-10, -32), (12, -32), (33, -38)), 7), straw, lift=2),
        )
    if who.hat in ("cap", "captain"):
        crown = Piece(dome, tones(CREAM) if who.hat == "captain" else paper, lift=2)
        peak = Piece(
            ribbon(bezier((4, -36), (14, -35), (22, -34), (28, -30)), 7, 5),
            _DARK if who.hat == "captain" else band,
            lift=2,
        )
        mark = (
            (Piece(oval((8, -45), 7, 7, 18), tones((240, 200, 90)), lift=1),) if who.hat == "captain" else ()
        )
        edge = Piece(
            ribbon(bezier((-20, -36), (-6, -34), (8, -34), (20, -37)), 6),
            _DARK if who.hat == "captain" else band,
            lift=1,
        )
        return (crown, edge, peak, *mark)
    if who.hat == "bobble":
        return (
            Piece(oval((-1, -60), 15, 15, 20), tones(CREAM), lift=2),
            Piece(dome, paper, lift=2),
            Piece(ribbon(bezier((-21, -34), (-6, -31), (8, -31), (21, -35)), 9), tones(CREAM), lift=1),
        )
    if who.hat == "scarf":
        cloth = smooth(
            ((19, -34), (10, -52), (-8, -52), (-22, -36), (-24, -16), (-18, -6), (-14, -26), (0, -37))
        )
        return (
            Piece(cloth, paper, lift=2),
            *(Piece(oval(at, 4, 4, 12), tones(CREAM), lift=0) for at in ((-2, -45), (-15, -34), (-19, -18))),
        )
    if who.hat == "sou'wester":
        brim = smooth(
            ((26, -36), (8, -36), (-14, -30), (-32, -14), (-30, -26), (-20, -38), (0, -42), (20, -42))
        )
        return (Piece(dome, paper, lift=2), Piece(brim, paper, lift=2))
    return ()


def _carried() -> Pieces:
    """A basket before the body."""
    woven = tones((206, 158, 98))
    basket = (*bezier((-20, -12), (-17, 12), (17, 12), (20, -12)), (-20, -12))
    bread = tones((222, 166, 100))
    return (
        *(Piece(oval((x, -15), 17, 12, 20), bread, lift=1) for x in (-8, 7)),
        Piece(basket, woven, lift=2),
        Piece(ribbon(((-20, -11), (20, -11)), 5), Tones(woven.light, woven.base, woven.light), lift=1),
        Piece(ribbon(((-15, -2), (15, -2)), 2.5), DARK_WOOD, lift=0),
    )


def cushion(paper: Tones) -> Pieces:
    """A low seat for who sits on the ground or a wall."""
    return (Piece(box(-26, -16, 52, 17, 8), paper, lift=2),)
