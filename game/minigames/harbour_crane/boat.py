"""What floats in the harbour: the cargo boat that is unloaded, its gangplank, the bell buoy."""

from __future__ import annotations

import math

import pygame

from game.minigames.harbour_crane import cargo
from game.minigames.harbour_crane.berth import EDGE_X
from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import ease_out
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place, facing
from game.minigames.kit.roles import Role
from game.ui.curves import Outline, Point, bezier, box, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, ROOF, SLATE, STRAW, WALL, WHITE, WOOD, Tones, mix, tones

_HULL = tones((66, 112, 120))
_INSIDE = Tones((92, 72, 70), (66, 52, 60), (124, 98, 88))
_GLASS = Tones((116, 152, 170), (86, 120, 146), (166, 196, 204))
_UNFURL_S = 1.6
_AWAY_S = 9.0
_HALF_PX, _HALF_BOTH_PX = 220.0, 205.0
_MAST_X = 78.0
_HOUSE_X = 142.0


class CargoBoat:
    """Moored at one quay, or between two. at: the middle of its waterline. way: -1 in a mirror.

    scale: of a boat at one quay; one between two is always as large.
    """

    def __init__(self, kit: Kit, at: Point, *, both: bool, way: int = 1, scale: float = 1.0) -> None:
        self._kit = kit
        self._way = way
        self._at = at
        self._both = both
        self._sailed_s = -1.0
        half = _HALF_BOTH_PX if both else _HALF_PX
        self._scale = 1.0 if both else scale
        self._mast = None if both else self._cut(placed(_mast(), (_MAST_X, 0)), 6)
        self._back = self._cut(_behind(half, both=both), 8)
        self._side = self._cut(_side(half), 6)
        self._sail = None if both else self._cut(placed(_sail(), (_MAST_X, 0)), 6)
        size = 0.7 if both else 1.0
        self._crates = [
            (
                self._cut(placed(cargo.crate(cargo.KINDS[i % 5]), (0, 0), size), 7 * size),
                x * half * way * self._scale,
                y * self._scale,
            )
            for i, (x, y) in enumerate(((-0.74, -44.0), (0.02, -40.0), (0.17, -46.0), (-0.2, -38.0)))
        ]
        self._plank = [kit.cut(_plank(size * self._scale, one), Role.NEAR, lift=5) for one in (1, -1)]
        self._sailing: Picture | None = None
        if both:
            whole = (*_behind(half, both=True), *_side(half), *_wake(half))
            self._sailing = kit.cut(whole, Role.AFLOAT, lift=0, turns=True)

    def _cut(self, pieces: Pieces, lift: float) -> Picture:
        seen = placed(facing(pieces, self._way), (0, 0), self._scale)
        return self._kit.cut(seen, Role.AFLOAT, lift=lift * self._scale)

    def sail(self, dt_s: float) -> None:
        """Cast off, and sail on."""
        self._sailed_s = max(self._sailed_s, 0.0) + dt_s

    def lights(self) -> list[Point]:
        """Where a lantern burns aboard, in the picture."""
        x, y = self._place()
        return (
            [(x, y - 112 * self._size)]
            if self._both
            else [(x + _HOUSE_X * self._way * self._scale, y - 150 * self._scale)]
        )

    def draw_back(self, surface: pygame.Surface, left: float) -> None:
        """Far bulwark, wheelhouse and mast, and the cargo that is still aboard (share left)."""
        x, y = self._place()
        if self._sail is not None and self._sailed_s > 0.3:
            self._draw_sail(surface, self._sail, (x, y))
        if self._mast:
            self._mast.draw(surface, (x, y))
        self._back.draw(surface, (x, y))
        for picture, dx, dy in self._crates[: math.ceil(left * len(self._crates))]:
            picture.draw(surface, (x + dx, y + dy))

    def draw_sailing(self, surface: pygame.Surface) -> None:
        """The boat under way: along the coast, or out between the quays, where it grows small."""
        if self._sailing is None:
            self.draw_back(surface, 0.0)
            self.draw_side(surface)
        else:
            self._sailing.draw(surface, self._place(), scale=self._size)

    def draw_side(self, surface: pygame.Surface) -> None:
        """The near side of the hull."""
        self._side.draw(surface, self._place())

    def draw_plank(self, surface: pygame.Surface, places: tuple[Place, ...]) -> None:
        """The gangplank of each berth, until the boat casts off."""
        if self._sailed_s >= 0:
            return
        for place in places:
            self._plank[place.facing < 0].draw(surface, place.at(EDGE_X - 34, 64))

    @property
    def _gone_s(self) -> float:
        return max(self._sailed_s - 0.8, 0.0)

    @property
    def _size(self) -> float:
        """How large the boat is seen: it leaves two quays away from us."""
        return 0.45 + 0.55 * math.exp(-self._gone_s / _AWAY_S) if self._both else 1.0

    def _place(self) -> Point:
        bob = 3 * math.sin(self._kit.idle_s * 1.2)
        x, y = self._at
        if self._both:
            return (x, y - 420 * (1 - self._size) + bob)
        return (x + self._way * min(9 * self._gone_s**2, 26 * self._gone_s, 900.0), y + bob)

    def _draw_sail(self, surface: pygame.Surface, sail: Picture, at: Point) -> None:
        """The sail comes down from its yard."""
        shown = sail.rect(at)
        shown.height = round(shown.height * ease_out((self._sailed_s - 0.3) / _UNFURL_S))
        surface.set_clip(shown)
        sail.draw(surface, at)
        surface.set_clip(None)


def _hull(half: float, lift: float) -> Outline:
    """The side of a boat, its sheer raised by lift px, from stem to stern and back along the keel."""
    sheer = bezier(
        (-half, -98 - lift), (-half * 0.5, -46 - lift), (half * 0.5, -46 - lift), (half, -104 - lift)
    )
    keel = bezier((half, -104 - lift), (half * 0.98, 10), (half * 0.86, 44), (half * 0.72, 46), 12)
    stem = bezier((-half * 0.76, 46), (-half * 0.88, 30), (-half * 0.96, -30), (-half, -98 - lift), 12)
    return (*sheer, *keel, *stem)


def _wake(half: float) -> Pieces:
    """The water that closes before the hull of a boat under way, and the foam where they meet."""
    crest = [(x * half, 4 + 7 * math.cos(x * 9.4)) for x in (i / 20 for i in range(-22, 23))]
    foot = bezier((1.1 * half, 8), (0.9 * half, 62), (-0.9 * half, 62), (-1.1 * half, 8), 24)
    water = Tones((66, 122, 150), (52, 104, 136), (96, 152, 176))
    return (
        Piece((*crest, *foot), water, fade=(58, 112, 142), lift=0, lean=0.0),
        Piece(ribbon(crest, 9, 9), Tones(mix(water.light, WHITE, 0.4), water.base, WHITE), lift=0),
    )


def _side(half: float) -> Pieces:
    rail = bezier((-half - 6, -100), (-half * 0.5, -48), (half * 0.5, -48), (half + 6, -106))
    stripe = bezier((-half * 0.96, -62), (-half * 0.5, -18), (half * 0.5, -18), (half * 0.97, -68))
    ports = tuple(
        piece
        for share in (-0.44, -0.16, 0.12, 0.4)
        for piece in (
            Piece(oval((share * half, -2 - abs(share) * 10), 27, 27), tones(CREAM), lift=2),
            Piece(oval((share * half, -2 - abs(share) * 10), 16, 16), SLATE, lift=1),
        )
    )
    return (
        Piece(_hull(half, 0), _HULL),
        Piece(ribbon(stripe, 15), tones(CREAM), lift=2),
        *ports,
        Piece(ribbon(rail, 15), WOOD, lift=4),
    )


def _behind(half: float, *, both: bool) -> Pieces:
    house_x = 0.0 if both else _HOUSE_X
    posts = (-54.0, 54.0) if both else (-28.0,)
    return (
        Piece(_hull(half * 0.985, 20), _INSIDE),
        *_wheelhouse(house_x, 0.8 if both else 1.0),
        *(Piece(ribbon(((x, -40), (x, -124 if both else -138)), 11), DARK_WOOD, lift=3) for x in posts),
    )


def _wheelhouse(x: float, scale: float) -> Pieces:
    return placed(
        (
            Piece(box(14, -250, 34, 80, 8), ROOF),
            Piece(box(14, -232, 34, 16, 3), tones(CREAM), lift=1),
            Piece(box(-58, -190, 116, 150, 10), WALL, lift=4),
            Piece(box(-72, -204, 144, 24, 11), ROOF, lift=5),
            *(Piece(box(dx, -166, 40, 42, 8), tones(CREAM), lift=2) for dx in (-48, 8)),
            *(Piece(box(dx + 5, -161, 30, 32, 5), _GLASS, lift=1) for dx in (-48, 8)),
        ),
        (x, 0),
        scale,
    )


def _mast() -> Pieces:
    return (
        Piece(ribbon(((0, -40), (0, -520)), 20, 12), DARK_WOOD),
        Piece(ribbon(((-52, -476), (52, -476)), 12, 9), DARK_WOOD, lift=3),
        Piece(
            ribbon(((-46, -464), (-22, -456), (0, -462), (22, -456), (46, -464)), 22), tones(CREAM), lift=3
        ),
        *(Piece(ribbon(((x, -476), (x, -452)), 5), STRAW, lift=1) for x in (-30, 0, 30)),
        *(Piece(ribbon(((0, -500), (x, -96)), 3), SLATE, lift=0) for x in (66, 136)),
        Piece(((0, -526), (52, -512), (0, -496)), tones((206, 150, 110)), lift=2),
    )


def _sail() -> Pieces:
    edge = (
        (-46, -470),
        (46, -470),
        *bezier((46, -470), (78, -390), (78, -310), (62, -226)),
        *bezier((62, -226), (24, -206), (-24, -206), (-62, -226)),
        *bezier((-62, -226), (-38, -310), (-38, -390), (-46, -470)),
    )
    stripe = (
        *bezier((-44, -372), (-20, -356), (40, -356), (71, -372)),
        *bezier((73, -322), (40, -306), (-20, -306), (-46, -322)),
    )
    return (Piece(edge, tones(CREAM)), Piece(stripe, tones((218, 150, 104)), lift=1))


def _plank(scale: float, way: int) -> Pieces:
    path = ((0.0, 0.0), (124.0 * scale * way, -58.0 * scale - 22 * (1 - scale)))
    cleats = tuple(
        Piece(
            ribbon(((x * way * scale, -x * 0.47 * scale - 8), (x * way * scale, -x * 0.47 * scale + 8)), 4),
            DARK_WOOD,
            lift=0,
        )
        for x in (30.0, 60.0, 90.0)
    )
    return (Piece(ribbon(path, 22 * scale), tones(mix(WOOD.base, WHITE, 0.15))), *cleats)
