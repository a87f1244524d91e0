"""The next ring: a garland of flowers under two balloons, and the row of small hoops ahead for a hold."""

from __future__ import annotations

import math
from enum import StrEnum

import pygame

from game.bout.play import LimbView
from game.minigames.seaplane_craft import Craft
from game.minigames.seaplane_paper import facing
from game.ui import scenery
from game.ui.curves import Outline, Point, leaf, oval, ribbon
from game.ui.paper import Cutout, Piece, RotatingCutout, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    INK,
    ORANGE,
    ROSE,
    SKY_BLUE,
    SLATE,
    STRAW,
    TARGET,
    WHITE,
    YELLOW,
    Look,
    Rgb,
    Tones,
    mix,
    tones,
    towards,
)

HOOPS = 3
"""Small hoops that a hold lights one by one."""
_AHEAD_PX = 336.0
_NOSE_PX = 140.0
"""Where the ring goes once it is reached: round the nose, clear of the sign on the tail."""
_HOOPS_PX, _HOOP_PX = 282.0, 56.0
_CENTRE_DY = -16.0
_WIDE, _TALL = 66.0, 156.0
_TAKE_S = 0.3
_RETURN_S = 0.6
_LEFT_SHARE = 0.55
"""Below this share of the target a ring that was not held is left behind."""
_COME_S = 0.9
_COME_PX = 620.0
_TOW_PX = 390.0
_PETALS = 9
_LIT = Tones((255, 248, 222), (244, 222, 170), (255, 255, 248))


class Stand(StrEnum):
    """Where a garland stands in its life."""

    AWAY = "away"
    WAITING = "waiting"
    TAKEN = "taken"
    TOWED = "towed"


_KEPT_BYTES = 16 * 1024 * 1024
"""It swings through the same few angles, and swells in the same way each time."""


class FlowerRing:
    """The ring of one plane. It waits at the asked height, and comes to the plane once that is reached."""

    def __init__(self, craft: Craft, look: Look, papers: GarlandPapers) -> None:
        self._craft = craft
        self._look = look
        self._papers = papers
        self.stand = Stand.AWAY
        self._arrival = 0.0
        self._taken = 0.0
        self._towed = 0.0
        self._target = 0.6
        self._held = 0.0
        self._hoops = 0
        self._reached = False
        self._since_beat: float | None = None
        self._beat_away = 0.0
        self._time_s = 0.0

    def step(self, dt_s: float, limb: LimbView, *, holding: bool, beat: float | None) -> None:
        """Move on by dt_s; nothing here may run ahead of the limb."""
        self._time_s += dt_s
        self._hoops = HOOPS if holding else 0
        self._target += (limb.target - self._target) * min(1.0, dt_s * 5)
        if self.stand is Stand.AWAY and limb.asked:
            self.stand, self._target = Stand.WAITING, limb.target
        elif self.stand is Stand.WAITING and not limb.asked:
            self.stand = Stand.AWAY
        self._follow(limb)
        here = 1.0 if self.stand is not Stand.AWAY else 0.0
        self._arrival = _towards(self._arrival, here, dt_s / _COME_S)
        taken = self.stand in {Stand.TAKEN, Stand.TOWED}
        self._taken = _towards(self._taken, float(taken), dt_s / (_TAKE_S if taken else _RETURN_S))
        self._towed = _towards(self._towed, float(self.stand is Stand.TOWED), dt_s / 0.5)
        held = limb.held if self.stand is Stand.TAKEN else float(self.stand is Stand.TOWED)
        self._held = _towards(self._held, held, dt_s * 6)
        self._since_beat = beat
        self._beat_away = 0.0 if beat is None else 0.5 - 0.5 * math.cos(math.tau * beat)

    def _follow(self, limb: LimbView) -> None:
        """A plane that sinks before the hold is done leaves the ring, and meets it again on the way up."""
        if self.stand is Stand.TAKEN and limb.position < _LEFT_SHARE * limb.target:
            self.stand = Stand.WAITING
        elif self.stand is Stand.WAITING and self._reached and limb.position >= limb.target:
            self.stand = Stand.TAKEN

    def take(self) -> None:
        """The asked height is reached: it comes to the plane."""
        self._reached = True
        if self.stand is not Stand.TOWED:
            self.stand = Stand.TAKEN
            self._arrival = max(self._arrival, 0.6)

    def tow(self) -> None:
        """The hold is done: it hangs on the tail on the way down."""
        if self.stand is not Stand.AWAY:
            self.stand = Stand.TOWED

    def release(self) -> Point:
        """It is carried off, and the next one comes. Returns where it was."""
        where = self.centre
        self.stand = Stand.AWAY
        self._reached = False
        self._arrival = self._taken = self._towed = self._held = 0.0
        return where

    def put_back(self) -> None:
        """It was not kept this time: it waits again."""
        self._reached = False
        if self.stand is not Stand.AWAY:
            self.stand = Stand.WAITING

    @property
    def home(self) -> Point:
        """Where it waits."""
        lane = self._craft.flies
        x, y = lane.at(self._target)
        sway = 0.0 if self._look.reduced_motion else 5 * math.sin(self._time_s * 1.3)
        above = _COME_PX * (1 - _eased(self._arrival))
        away = _AHEAD_PX * lane.scale + 40 * self._beat_away
        return (x + lane.way * away, y + _CENTRE_DY * lane.scale + sway - above)

    @property
    def centre(self) -> Point:
        """The middle of the ring."""
        home, craft = self.home, self._craft.point((_NOSE_PX - _TOW_PX * _eased(self._towed), _CENTRE_DY))
        share = _eased(self._taken)
        return (home[0] + (craft[0] - home[0]) * share, home[1] + (craft[1] - home[1]) * share)

    def draw_far(self, surface: pygame.Surface) -> None:
        """What lies behind the plane: petals on the way, the far half of every hoop, balloons."""
        if self._hidden:
            return
        if self.stand is Stand.WAITING:
            self._draw_petals(surface)
        turn, size = self._swing_deg, self._size
        self._papers.balloons.draw(surface, self.centre, turn, size)
        self._papers.large.far.draw(surface, self.centre, turn, size)

    def draw_near(self, surface: pygame.Surface) -> None:
        """What lies before the plane."""
        if self._hidden:
            return
        scale = self._craft.lane.scale
        for at, lit in self.hoops():
            self._papers.small[lit].draw(surface, at, 0.0, scale)
        self._papers.large.near.draw(surface, self.centre, self._swing_deg, self._size)

    @property
    def _hidden(self) -> bool:
        return self._arrival <= 0.0

    @property
    def _size(self) -> float:
        """It swells a little on the beat, and as it lands about the plane."""
        landing = math.sin(math.pi * min(max((self._taken - 0.4) / 0.6, 0.0), 1.0))
        return self._craft.lane.scale * (1 + 0.06 * self._near_beat + 0.1 * landing)

    @property
    def _near_beat(self) -> float:
        """1 on the beat, little by little 0 half-way to the next; 0 without a beat."""
        return 0.0 if self._since_beat is None else max(0.0, 1 - 2 * self._beat_away)

    @property
    def _swing_deg(self) -> float:
        return 0.0 if self._look.reduced_motion else 1.6 * math.sin(self._time_s * 1.1)

    def hoops(self) -> list[tuple[Point, bool]]:
        """The small hoops ahead of the nose, first to last, and whether each is lit."""
        if not self._hoops or self.stand is not Stand.TAKEN or self._taken < 0.5:
            return []
        ends = (self._held * self._hoops >= index + 0.9 for index in range(self._hoops))
        return [
            (self._craft.point((_HOOPS_PX + _HOOP_PX * index, _CENTRE_DY)), lit)
            for index, lit in enumerate(ends)
        ]

    def _draw_petals(self, surface: pygame.Surface) -> None:
        """Petals of the garland blow back along the asked height: so high the plane shall fly."""
        x, y = self.centre
        scale = self._craft.lane.scale
        first, length = 92 * scale, 430 * scale
        for index in range(_PETALS):
            blown = 0.0 if self._look.reduced_motion else self._time_s * 26
            along = (index * length / _PETALS + blown) % length
            flutter = 0.0 if self._look.reduced_motion else 7 * math.sin(self._time_s * 2 + index * 2.3)
            seen = min(1.0, along / 60, (length - along) / 200)
            petal = self._papers.petals[index % len(self._papers.petals)]
            petal.draw(surface, (x - self._craft.lane.way * (first + along), y + flutter), round(235 * seen))


class Halves:
    """A hoop in two halves, so that a plane can be between them."""

    def __init__(self, far: Pieces, near: Pieces, look: Look, lift: float) -> None:
        self.far = RotatingCutout(far, look, lift=lift, bytes_kept=_KEPT_BYTES)
        self.near = RotatingCutout(near, look, lift=lift, bytes_kept=_KEPT_BYTES)


class GarlandPapers:
    """The cut paper that garlands share."""

    def __init__(self, look: Look, way: int = 1) -> None:
        far, near = (facing(garland(near=half), way) for half in (False, True))
        self.large = Halves(far, near, look, 7)
        self.small = {lit: RotatingCutout(small_hoop(lit=lit), look, lift=4) for lit in (False, True)}
        self.balloons = RotatingCutout(balloons(), look, lift=7, bytes_kept=_KEPT_BYTES)
        self.petals: tuple[Cutout, ...] = tuple(
            cut((Piece(leaf((-16, 3), (16, -3), 19), tones(colour)),), look, lift=3)
            for colour in ((255, 250, 240), (236, 150, 188), (255, 214, 92))
        )


def _towards(value: float, goal: float, step: float) -> float:
    return value + min(max(goal - value, -step), step)


def _eased(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _arc(near: bool, grown: float = 0.0, steps: int = 26) -> list[Point]:
    """The left half of the hoop is the near one; both run from top to foot."""
    way = -1 if near else 1
    turns = [-math.pi / 2 + math.pi * i / steps for i in range(steps + 1)]
    return [(way * (_WIDE + grown) * math.cos(a), (_TALL + grown) * math.sin(a)) for a in turns]


def garland(*, near: bool) -> Pieces:
    """Half a garland: a band of leaves with blossoms."""
    spine = _arc(near)
    leaves: list[Piece] = []
    for index, (x, y) in enumerate(spine):
        out = math.hypot(x, y) or 1.0
        for way in (1, -1):
            tip = (x + way * 22 * x / out + 6, y + way * 20 * y / out + 10)
            paper = (TARGET, towards(TARGET, WHITE, 0.22), towards(TARGET, (0, 70, 66), 0.3))[index % 3]
            leaves.append(Piece(leaf((x - way * 4, y - 8), tip, 15), paper, lift=2))
    blossoms: list[Piece] = []
    colours: tuple[Rgb, ...] = ((255, 246, 232), ROSE, YELLOW, (255, 246, 232), ORANGE)
    for index, at in enumerate(spine[1::4]):
        size = 38 if index % 2 else 46
        blossoms += placed(blossom(colours[index % 5], size), at, 1.0, index * 25.0)
    rim = Piece(ribbon(spine, 40), tones(CREAM), lift=2)
    return (rim, Piece(ribbon(spine, 24), TARGET, lift=2), *leaves, *blossoms)


def blossom(colour: Rgb, size: float) -> Pieces:
    """Five petals round a heart."""
    reach = size * 0.28
    petals = tuple(
        Piece(
            oval((reach * math.cos(a), reach * math.sin(a)), size * 0.46, size * 0.46, 20),
            tones(colour),
            lift=1,
        )
        for a in (math.tau * i / 5 for i in range(5))
    )
    heart = STRAW if colour != YELLOW else tones(ORANGE)
    return (*petals, Piece(oval((0, 0), size * 0.3, size * 0.3, 20), heart, lift=1))


def small_hoop(*, lit: bool) -> Pieces:
    """A small hoop: open and green, striped like the band of the gauge; lit it is full and bright."""
    if lit:
        return (
            Piece(oval((0, 0), 58, 146, 48), tones(mix(INK, SLATE.base, 0.3)), lift=3),
            Piece(oval((0, 0), 44, 130, 48), _LIT, lift=2),
            *placed(scenery.star(34, tones(INK)), (0, 0)),
        )
    hole = oval((0, 0), 24, 106, 48)
    stripes = []
    for index in range(14):
        a = math.tau * (index + 0.5) / 14
        ends = ((12, 53, a - 0.06), (24, 67, a + 0.1), (24, 67, a + 0.26), (12, 53, a + 0.1))
        edge = tuple((x * math.cos(turn), y * math.sin(turn)) for x, y, turn in ends)
        stripes.append(Piece(edge, tones((186, 232, 208)), lift=0, lean=0.0))
    return (
        Piece(oval((0, 0), 58, 146, 48), tones(CREAM), lift=3, holes=(oval((0, 0), 18, 98, 48),)),
        Piece(oval((0, 0), 48, 134, 48), TARGET, lift=2, holes=(hole,)),
        *stripes,
    )


def balloons() -> Pieces:
    """Two balloons that carry the garland, about its middle."""
    pair: list[Piece] = []
    for x, colour in ((-40, ORANGE), (42, mix(SKY_BLUE, WHITE, 0.1))):
        top = -_TALL - 62
        string = ribbon(((0, -_TALL), (x * 0.8, top + 30)), 4)
        skin = _balloon((x, top))
        pair += [
            Piece(string, tones(CREAM), lift=1),
            Piece(((x - 6, top + 44), (x, top + 33), (x + 6, top + 44)), tones(colour), lift=1),
            Piece(skin, tones(colour), lift=4, lean=0.5),
            Piece(leaf((x - 16, top - 4), (x - 6, top - 22), 9), tones(mix(colour, WHITE, 0.55)), lift=0),
        ]
    return tuple(pair)


def _balloon(centre: Point) -> Outline:
    line = []
    for i in range(40):
        a = math.tau * i / 40
        narrow = 1 - 0.16 * max(0.0, math.sin(a)) ** 2
        line.append((centre[0] + 31 * narrow * math.cos(a), centre[1] + 38 * math.sin(a)))
    return tuple(line)
