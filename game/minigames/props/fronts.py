"""House fronts of the village, seen square on, standing on y = 0, and the lamp posts before them."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.curves import Outline, Point, bezier, box, oval, ribbon
from game.ui.paper import Piece
from game.ui.places import seen_through
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, DAYS, ROOF, SLATE, Rgb, TimeOfDay, Tones, mix, tones

STRIP = 2048
"""The fronts repeat after this many px."""
_HAZE = DAYS[TimeOfDay.MORNING].haze
_SEEN_THROUGH = 0.36
_GLASS = Tones((118, 146, 164), (90, 116, 142), (168, 192, 200))
_LAMPLIGHT = Tones((255, 216, 130), (240, 184, 96), (255, 240, 196))
_PANE = (58, 80)


@dataclass(frozen=True)
class Front:
    """One house front. x: its left edge. columns: windows side by side; the door stands in the last."""

    x: int
    width: int
    height: int
    roof: str
    wall: Rgb
    tiles: Rgb
    shutters: Rgb
    columns: int
    awning: bool = False

    def window_sills(self) -> list[Point]:
        """The middle of the sill of each upper window, from the left foot of the house."""
        spacing = self.width / self.columns
        return [(spacing * (column + 0.5), -self.height + 146.0) for column in range(self.columns)]


FRONTS = (
    Front(0, 330, 400, "gable", (244, 222, 196), ROOF.base, (118, 158, 150), 2),
    Front(330, 262, 300, "hip", (226, 214, 206), (128, 142, 160), (196, 128, 104), 2, awning=True),
    Front(842, 300, 430, "steps", (240, 214, 170), ROOF.base, (112, 140, 168), 2),
    Front(1142, 300, 310, "hip", (216, 224, 214), (196, 142, 100), (150, 116, 140), 2, awning=True),
    Front(1442, 286, 400, "gable", (238, 208, 198), (120, 136, 152), (222, 190, 140), 2),
)


def front(house: Front, haze: float = _SEEN_THROUGH) -> list[tuple[Pieces, Point]]:
    """The parts of a house front and where they lie in the strip, the farthest first."""
    parts: list[tuple[Pieces, Point]] = [(_hazed(_walls(house), haze), (house.x, 0))]
    window = _hazed(_window(house.shutters), haze)
    parts += [(window, (house.x + x, y)) for x, y in house.window_sills()]
    spacing = house.width / house.columns
    ground_x = house.x + spacing * 0.5
    if house.awning:
        parts.append((_hazed(_shop(), haze), (ground_x + 6, 0)))
    else:
        parts.append((window, (ground_x, -62)))
    door_x = house.x + house.width - spacing * 0.5
    return [*parts, (_hazed(_door(house.shutters), haze), (door_x, 0))]


def _hazed(pieces: Pieces, share: float) -> Pieces:
    return tuple(seen_through(piece, _HAZE, share) for piece in pieces)


def _walls(house: Front) -> Pieces:
    """Chimney, wall, plinth and roof."""
    wide, tall = house.width, house.height
    wall = tones(house.wall)
    roof = tones(house.tiles)
    plinth = Piece(box(0, -30, wide, 32), Tones(wall.shade, wall.shade, wall.base), lift=1)
    chimney = Piece(box(wide * 0.7, -tall - 120, 40, 110, 3), wall, lift=3)
    pot = Piece(box(wide * 0.7 - 5, -tall - 126, 50, 16, 4), roof, lift=3)
    body = box(0, -tall, wide, tall + 2)
    if house.roof == "gable":
        peak = -tall - 128
        face: Outline = ((0, 2), (0, -tall), (wide / 2, peak + 12), (wide, -tall), (wide, 2))
        edge = ribbon(((-16, -tall + 14), (wide / 2, peak), (wide + 16, -tall + 14)), 30)
        eye = Piece(oval((wide / 2, -tall - 34), 48, 48), _GLASS, lift=0)
        rim = Piece(oval((wide / 2, -tall - 34), 64, 64), tones(CREAM), lift=2)
        return (chimney, pot, Piece(face, wall, lift=3), plinth, Piece(edge, roof, lift=7), rim, eye)
    if house.roof == "steps":
        line: list[Point] = [(0, 2), (0, -tall)]
        for index in range(3):
            line += [
                (wide * 0.16 * (index + 1) - 8, -tall - 42 * index),
                (wide * 0.16 * (index + 1) - 8, -tall - 42 * (index + 1)),
            ]
        line += [(wide - x, y) for x, y in reversed(line)]
        caps = tuple(
            Piece(box(x - 6, -tall - 42 * index - 8, wide * 0.16 + 6, 13, 3), roof, lift=3)
            for index in range(3)
            for x in (wide * 0.16 * index, wide * (1 - 0.16 * (index + 1)))
        )
        top = Piece(box(wide * 0.44 - 12, -tall - 136, wide * 0.12 + 24, 15, 3), roof, lift=3)
        return (Piece(tuple(line), wall, lift=3), plinth, *caps, top)
    slope: Outline = ((-18, -tall + 12), (38, -tall - 96), (wide - 38, -tall - 96), (wide + 18, -tall + 12))
    courses = tuple(
        Piece(
            ribbon(((x, -tall - 28 - 32 * row), (x + 26, -tall - 28 - 32 * row)), 5),
            Tones(roof.shade, roof.shade, roof.base),
            lift=0,
        )
        for row in range(2)
        for x in range(40 + 24 * row, wide - 70, 74)
    )
    return (chimney, pot, Piece(body, wall, lift=3), plinth, Piece(slope, roof, lift=8), *courses)


def _window(shutters: Rgb) -> Pieces:
    """A window between shutters; (0, 0) is the middle of its sill, where flowers stand."""
    wide, tall = _PANE
    paint = tones(shutters)
    blooms = tuple(
        Piece(
            oval((-26 + i * 13, -9 - 3 * (i % 2)), 14, 13),
            tones(((232, 150, 160), (250, 226, 190))[i % 2]),
            lift=1,
        )
        for i in range(5)
    )
    return (
        Piece(box(-wide / 2 - 28, -tall - 2, 24, tall, 3), paint, lift=2),
        Piece(box(wide / 2 + 4, -tall - 2, 24, tall, 3), paint, lift=2),
        Piece(box(-wide / 2 - 6, -tall - 8, wide + 12, tall + 8, 4), tones(CREAM), lift=2),
        *_panes(),
        Piece(box(-wide / 2 - 10, -8, wide + 20, 18, 4), DARK_WOOD, lift=3),
        *blooms,
    )


def _panes() -> Pieces:
    wide, tall = _PANE
    return tuple(Piece(box(x, -tall - 2, wide / 2 - 2, tall - 14, 2), _GLASS, lift=0) for x in (-wide / 2, 2))


def _door(paint: Rgb) -> Pieces:
    """A door under an arch, two steps before it."""
    leaf = tones(mix(paint, DARK_WOOD.base, 0.35))

    def arch(half: float, tall: float) -> Outline:
        over = bezier((-half, -tall * 0.7), (-half, -tall * 1.04), (half, -tall * 1.04), (half, -tall * 0.7))
        return ((-half, 0), *over, (half, 0))

    return (
        Piece(arch(46, 150), tones(CREAM), lift=2),
        Piece(arch(36, 138), leaf, lift=0),
        Piece(box(-24, -92, 20, 78, 3), Tones(leaf.light, leaf.base, leaf.light), lift=0),
        Piece(box(4, -92, 20, 78, 3), Tones(leaf.light, leaf.base, leaf.light), lift=0),
        Piece(oval((24, -52), 9, 9), _LAMPLIGHT, lift=1),
        Piece(box(-54, -13, 108, 15, 3), tones((206, 196, 188)), lift=3),
    )


def _shop() -> Pieces:
    """A shop window under a striped awning."""
    stripes = []
    for index in range(6):
        x = -66 + index * 22
        edge: Outline = (
            (x + 4, -150),
            (x + 18, -150),
            (x + 22, -106),
            *bezier((x + 22, -106), (x + 20, -92), (x + 2, -92), (x, -106), 8),
        )
        stripes.append(Piece(edge, tones(CREAM) if index % 2 else tones((206, 130, 104)), lift=2))
    loaves = tuple(Piece(oval((-34 + i * 34, -30), 30, 18), tones((214, 164, 104)), lift=1) for i in range(3))
    return (
        Piece(box(-60, -124, 120, 108, 4), DARK_WOOD, lift=2),
        Piece(box(-52, -116, 104, 92, 2), _GLASS, lift=0),
        *loaves,
        Piece(box(-64, -24, 128, 14, 3), tones(CREAM), lift=2),
        *stripes,
    )


def lamp_post() -> Pieces:
    """A tall post with a lantern, where the bunting is tied; it stands on y = 0 and is 650 px tall."""
    iron = Tones((104, 116, 134), (74, 84, 106), (150, 162, 174))
    return (
        Piece(ribbon(((0, 0), (0, -646)), 15, 10), iron, lift=0),
        Piece(box(-17, -54, 34, 54, 6), iron, lift=2),
        Piece(ribbon(bezier((0, -548), (18, -584), (46, -584), (50, -548)), 8), iron, lift=2),
        Piece(((36, -496), (30, -534), (70, -534), (64, -496)), _LAMPLIGHT, lift=2),
        Piece(((26, -532), (50, -556), (74, -532)), SLATE, lift=2),
        Piece(oval((0, -650), 24, 24), tones((222, 178, 92)), lift=2),
    )
