"""The parade as it grows: who has joined, where they stand in the street and on the square."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, between, clamped, ease
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Role
from game.minigames.props.followers import follower
from game.minigames.props.musicians import legs, musician
from game.training.exercise import Side
from game.ui.curves import Point, oval
from game.ui.paper import Piece, placed
from game.ui.theme import NIGHT, tones

PLACES, FOLLOWER_PLACES = 24, 12
"""Who fits into the street; those who join later wave from the windows."""
_PACE_S = 0.9
"""How long the parade takes for the two paces of a step."""
_WALK_S = 1.0
_SCALES = (0.88, 0.77, 0.68)
_ROWS = (
    (876.0, (380, 485, 590, 695)),
    (816.0, (348, 448, 548, 648)),
    (768.0, (398, 498, 598, 690)),
)
_FOLLOWER_ROWS = ((946.0, (434, 538, 642)), (964.0, (384, 490, 594)))
_ABREAST = 6
_SQUARE_ROWS = ((900.0, 104.0), (822.0, 104.0), (752.0, 100.0), (690.0, 96.0))
"""Where the rows stand on the square, and how far apart: seen whole in front of a card."""
_SMALL = 0.5
"""For who sees one half better all are so small that they stand about her legs, in that half."""
_BESIDE_LEGS = (172.0, -172.0, 236.0, -236.0)
_BESIDE_ROWS, _BESIDE_FRONT_Y = (952.0, 884.0, 765.0), 1016.0
_NO_ROOM_PX = 330.0
"""Whoever finds no room there stands on the free side, from here on."""
_APART_PX, _BLOCK_PX = 68.0, 300.0
"""On the square beside the card four stand abreast; from the thirteenth on they stand beside the first."""
_SMALL_SQUARE_ROWS, _SMALL_FRONT_Y = (1010.0, 917.0, 824.0), 1064.0


@dataclass(slots=True)
class Member:
    """One who has joined. legs: its pairs of legs by the one that is up; none where it has its own. place:
    in the street; square: in the evening."""

    picture: Picture
    legs: dict[str, Picture] | None
    place: Point
    square: Point
    door: Point
    age: Age = field(default_factory=lambda: Age(0.0))


class Parade:
    """All who march, drawn from the back row to the front."""

    def __init__(self, kit: Kit, centre_x: float, square_x: float, door_y: float, *, away: int) -> None:
        """away: 1 or -1 for a street whose free part lies only to the right or left of the centre."""
        self._kit = kit
        self._centre_x, self._square_x, self._door_y = centre_x, square_x, door_y
        self._away = away
        self.musicians = self.followers = 0
        self.members: list[Member] = []
        self._step = Age()
        self._first: Side = "left"
        scales = (_SMALL,) * 3 if away else _SCALES
        self._legs = [
            {
                up: kit.cut(placed(legs(up), (0, 0), scale), Role.BUILT, lift=3)
                for up in ("none", "left", "right")
            }
            for scale in scales
        ]
        self._musicians = [
            kit.cut(placed(musician(n), (0, 0), scales[n // 8]), Role.BUILT, lift=3) for n in range(PLACES)
        ]
        size = _SMALL if away else 1.0
        self._followers = [
            kit.cut(placed(follower(n), (0, 0), size), Role.BUILT, lift=5) for n in range(FOLLOWER_PLACES)
        ]
        self._shadow = kit.cut(
            (Piece(oval((0, 0), 112 * size, 22 * size), tones(NIGHT), lift=0),), Role.NEAR, lift=0
        )

    def join(self) -> Point | None:
        """A musician comes out of a house. Returns where, or None if the street is full."""
        number, self.musicians = self.musicians, self.musicians + 1
        if number >= PLACES:
            return None
        row, place = _street_place(number, self._centre_x, self._away)
        square = _square_place(number, self._square_x, self._away)
        return self._take(self._musicians[number], self._legs[row], place, square)

    def run_along(self) -> Point | None:
        """A child or an animal runs along. Returns where from, or None if there is no more room."""
        number, self.followers = self.followers, self.followers + 1
        if number >= FOLLOWER_PLACES:
            return None
        place = _follower_place(number, self._centre_x, self._away)
        square = _square_front(number, self._square_x, self._away)
        return self._take(self._followers[number], None, place, square)

    def march(self, side: Side) -> None:
        """Everybody takes a step, that foot first."""
        self._first = side
        self._step.begin()

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        self._step.step(dt_s)
        for member in self.members:
            member.age.step(dt_s)

    def draw(self, surface: pygame.Surface, gathered: float, lilt: float, alpha: int = 255) -> None:
        """Draw everybody. gathered: 0 in the street, 1 on the square. lilt: px they rise with a tune."""
        at = {id(one): self._at(one, gathered) for one in self.members}
        for member in sorted(self.members, key=lambda one: at[id(one)][1]):
            self._draw_one(surface, member, at[id(member)], lilt, alpha)

    def _take(self, picture: Picture, paces: dict[str, Picture] | None, place: Point, square: Point) -> Point:
        door = (place[0] + (30 if place[0] > self._centre_x else -30), self._door_y)
        self.members.append(Member(picture, paces, place, square, door))
        return door

    def _at(self, member: Member, gathered: float) -> Point:
        """Where a member's feet are, hops left out."""
        walked = ease(member.age.share(_WALK_S, after_s=0.1))
        return between(between(member.door, member.place, walked), member.square, gathered)

    def _draw_one(self, surface: pygame.Surface, member: Member, at: Point, lilt: float, alpha: int) -> None:
        x, y = at
        index = round(member.place[0])
        pace_s = member.age.s if member.age.s < _WALK_S else self._step.s - (index % 5) * 0.012
        marching = 0 <= pace_s < _PACE_S
        hop = 9 * abs(math.sin(math.tau * pace_s / _PACE_S)) if marching else 0.0
        hop += 1.5 * math.sin(self._kit.idle_s * 1.6 + index) + lilt
        seen = alpha * clamped(member.age.s / 0.25, 0.2)
        if not self._kit.look.contrast:
            self._shadow.draw(surface, (x + 6, y - 2), alpha=0.28 * seen)
        if member.legs is not None:
            member.legs[self._up(pace_s) if marching else "none"].draw(surface, at, alpha=seen)
        member.picture.draw(surface, (x, y - max(hop, -2.0)), alpha=seen)

    def _up(self, pace_s: float) -> str:
        second: Side = "right" if self._first == "left" else "left"
        return self._first if pace_s < _PACE_S / 2 else second


def _street_place(number: int, centre_x: float, away: int) -> tuple[int, Point]:
    """Row and place of the number-th musician: the nearest row first, from the middle outwards."""
    row, index = divmod(number, 8)
    if away:
        line, index = divmod(number, 4)
        return row, (_about_her(centre_x, line >= len(_BESIDE_ROWS), index, away), _BESIDE_ROWS[line % 3])
    y, offsets = _ROWS[row]
    column, left = divmod(index, 2)
    return row, (centre_x + (-1 if left else 1) * offsets[column], y)


def _square_place(number: int, centre_x: float, away: int) -> Point:
    """Where the number-th musician stands at the end: rows before the bandstand, filled from the middle."""
    if away:
        line, index = divmod(number, 4)
        block, row = divmod(line, len(_SMALL_SQUARE_ROWS))
        return (_abreast(centre_x, block, index, away), _SMALL_SQUARE_ROWS[row])
    row, index = divmod(number, _ABREAST)
    y, apart = _SQUARE_ROWS[row]
    way = (index + 1) // 2 * (1 if index % 2 else -1)
    return (centre_x + (way - 0.5 + 0.25 * (row % 2)) * apart, y - abs(way) * 3)


def _square_front(number: int, centre_x: float, away: int) -> Point:
    """Where the number-th child or animal stands at the end: before the band."""
    if away:
        block, index = divmod(number, 4)
        return (_abreast(centre_x, block, index, away), _SMALL_FRONT_Y)
    row, index = divmod(number, _ABREAST)
    way = (index + 1) // 2 * (1 if index % 2 else -1)
    return (centre_x + (way - 0.5 + 0.25 * row) * 100, 972.0 + 54 * row)


def _follower_place(number: int, centre_x: float, away: int) -> Point:
    if away:
        line, index = divmod(number, 4)
        return (_about_her(centre_x, line > 0, index + 4 * max(line - 1, 0), away), _BESIDE_FRONT_Y)
    pair, left = divmod(number, 2)
    row, column = divmod(pair, 3)
    y, offsets = _FOLLOWER_ROWS[row % 2]
    return (centre_x + (-1 if left else 1) * offsets[column], y)


def _about_her(centre_x: float, full: bool, index: int, away: int) -> float:
    """Beside her legs; once that is full, on the free side."""
    return centre_x + away * (_NO_ROOM_PX + _APART_PX * index if full else _BESIDE_LEGS[index])


def _abreast(centre_x: float, block: int, index: int, away: int) -> float:
    return centre_x + away * (6 + block * _BLOCK_PX) + (index - 1.5) * _APART_PX
