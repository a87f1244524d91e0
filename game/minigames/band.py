"""The band as it grows: who has joined, where they stand in the street and on the square, how they march."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from game.bout.play import REWARD_S
from game.minigames.followers import follower
from game.minigames.gluing import Sprite, ground_shadow
from game.minigames.musicians import legs, musician
from game.training.exercise import Side
from game.ui.curves import Point
from game.ui.theme import Look

PLACES = 24
"""Musicians that fit into the street; those who join later wave from the windows."""
FOLLOWER_PLACES = 12
STEP_S = 0.9
"""How long the band takes for the two paces of a step of the parade."""
_WALK_S = 0.9
_SCALES = (0.88, 0.77, 0.68)
_ROWS = (
    (876.0, (380, 485, 590, 695)),
    (816.0, (348, 448, 548, 648)),
    (768.0, (398, 498, 598, 690)),
)
_FOLLOWER_ROWS = ((946.0, (434, 538, 642)), (964.0, (384, 490, 594)))
_ABREAST = 6
_SMALL = 0.5
"""For who sees one half better all are so small that they stand about her legs, in that half."""
_BESIDE_LEGS = (172.0, -172.0, 236.0, -236.0)
_BESIDE_ROWS = (952.0, 884.0, 765.0)
"""None has the bar of rest before a face."""
_BESIDE_FRONT_Y = 1016.0
_NO_ROOM_PX = 330.0
"""Whoever finds no room there stands on the free side, from here on."""
_APART_PX, _BLOCK_PX = 68.0, 300.0
"""On the square beside the card four stand abreast; from the thirteenth on they stand beside the first."""
_SMALL_SQUARE_ROWS = (1010.0, 917.0, 824.0)
_SMALL_FRONT_Y = 1064.0
_SQUARE_ROWS = ((900.0, 104.0), (822.0, 104.0), (752.0, 100.0), (690.0, 96.0))
"""Where the rows stand on the square, and how far apart: seen whole in front of a card."""


@dataclass(slots=True)
class Member:
    """One who has joined. row: 0 is the nearest. place: in the street; square: at the end."""

    picture: Sprite
    row: int
    place: Point
    square: Point
    door: Point
    small: bool = False
    age_s: float = field(default=0.0)


class Band:
    """All who march, drawn from the back row to the front."""

    def __init__(self, look: Look, centre_x: float, square_x: float, door_y: float, *, away: int = 0) -> None:
        """away: 1 or -1 for a street whose free part lies only to the right or left of the centre."""
        self._look = look
        self._away = away
        self._centre_x = centre_x
        self._square_x = square_x
        self._door_y = door_y
        self._members: list[Member] = []
        self.musicians = 0
        self.followers = 0
        self._step_age_s = 10.0
        self._first: Side = "left"
        self._gathered = 0.0
        ups = ("none", "left", "right")
        self._scales = (_SMALL,) * 3 if away else _SCALES
        self._legs = [{up: legs(up, look, scale) for up in ups} for scale in self._scales]
        self._prepared: dict[tuple[str, int], Sprite] = {}
        self.prepare()

    @property
    def size(self) -> int:
        """How many stand in the street."""
        return len(self._members)

    def prepare(self) -> None:
        """Cut whoever joins next, so that joining costs no time."""
        for small in (False, True):
            self._picture(small)

    def rehearse(self) -> None:
        """Cut everybody who may ever join."""
        for place in range(PLACES):
            self._musician(place)
        for place in range(FOLLOWER_PLACES):
            self._follower(place)

    def join(self) -> Point | None:
        """A musician comes out of a house. Returns where, or None if the street is full."""
        if self.musicians < PLACES:
            row, place = _street_place(self.musicians, self._centre_x, self._away)
            square = _square_place(self.musicians, self._square_x, self._away)
            self._take(row, place, square, small=False)
        self.musicians += 1
        return self._members[-1].door if self.musicians <= PLACES else None

    def run_along(self) -> Point | None:
        """A child or an animal runs along. Returns where from, or None if there is no more room."""
        if self.followers < FOLLOWER_PLACES:
            place = _follower_place(self.followers, self._centre_x, self._away)
            square = _square_front(self.followers, self._square_x, self._away)
            self._take(0, place, square, small=True)
        self.followers += 1
        return self._members[-1].door if self.followers <= FOLLOWER_PLACES else None

    def march(self, side: Side) -> None:
        """Everybody takes a step, that foot first."""
        self._first = side
        self._step_age_s = 0.0

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        self._step_age_s += dt_s
        for member in self._members:
            member.age_s += dt_s
        if self._step_age_s > STEP_S:
            self.prepare()

    def gather(self, share: float) -> None:
        """Come together on the square: 0 in the street, 1 all there."""
        self._gathered = share

    def draw(self, target: pygame.Surface, time_s: float, lilt: float) -> None:
        """Draw everybody. lilt: px they rise with a led beat."""
        for member in sorted(self._members, key=lambda one: self._at(one)[1]):
            self._draw_one(target, member, time_s, lilt)

    def _take(self, row: int, place: Point, square: Point, *, small: bool) -> None:
        door_x = place[0] + (30 if place[0] > self._centre_x else -30)
        picture = self._picture(small)
        self._members.append(Member(picture, row, place, square, (door_x, self._door_y), small))

    def _picture(self, small: bool) -> Sprite:
        if small:
            return self._follower(self.followers % FOLLOWER_PLACES)
        return self._musician(self.musicians % PLACES)

    def _follower(self, place: int) -> Sprite:
        key = ("follower", place)
        if key not in self._prepared:
            sprite = follower(place, self._look)
            self._prepared[key] = (sprite.scaled(_SMALL) if self._away else sprite).pressed()
        return self._prepared[key]

    def _musician(self, place: int) -> Sprite:
        key = ("musician", place)
        if key not in self._prepared:
            self._prepared[key] = musician(place, self._look, self._scales[place // 8]).pressed()
        return self._prepared[key]

    def _at(self, member: Member) -> Point:
        """Where a member's feet are, hops left out."""
        still = self._look.reduced_motion
        walked = 1.0 if still else eased((member.age_s - REWARD_S * 0.6) / _WALK_S)
        x, y = _between(member.door, member.place, walked)
        return _between((x, y), member.square, self._gathered)

    def _draw_one(self, target: pygame.Surface, member: Member, time_s: float, lilt: float) -> None:
        x, y = self._at(member)
        index = round(member.place[0])
        walking = member.age_s < _WALK_S + REWARD_S * 0.6 and not self._look.reduced_motion
        pace = member.age_s if walking else self._step_age_s - (index % 5) * 0.012
        marching = 0 <= pace < STEP_S
        hop = 9 * abs(math.sin(math.tau * pace / STEP_S)) if marching else 0.0
        hop += 1.5 * math.sin(time_s * 1.6 + index) + lilt
        size = popped(member.age_s) if not self._look.reduced_motion else 1.0
        size *= 1 - 0.3 * (1 - eased((member.age_s - 0.18) / _WALK_S)) if walking else 1.0
        if not self._look.contrast:
            wide = size * (_SMALL if self._away else 1.0)
            ground_shadow(round(120 * wide), round(26 * wide)).draw(target, (x + 8 * wide, y - 2))
        if not member.small:
            self._draw_part(target, self._legs[member.row][self._up(pace, marching)], (x, y), size)
        self._draw_part(target, member.picture, (x, y - max(hop, -2.0)), size)

    def _up(self, pace: float, marching: bool) -> str:
        if not marching:
            return "none"
        second: Side = "right" if self._first == "left" else "left"
        return self._first if pace < STEP_S / 2 else second

    @staticmethod
    def _draw_part(target: pygame.Surface, picture: Sprite, at: Point, size: float) -> None:
        if size < 0.05:
            return
        (picture if abs(size - 1) < 0.01 else picture.scaled(size)).draw(target, at)


def _street_place(number: int, centre_x: float, away: int) -> tuple[int, Point]:
    """Row and place of the number-th musician: the nearest row first, from the middle outwards."""
    row, index = divmod(number, 8)
    y, offsets = _ROWS[row]
    if away:
        line, index = divmod(number, 4)
        return row, (_about_her(centre_x, line >= len(_BESIDE_ROWS), index, away), _BESIDE_ROWS[line % 3])
    column, left = divmod(index, 2)
    way = -1 if left else 1
    return row, (centre_x + way * offsets[column], y)


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
    pair, left = divmod(number, 2)
    row, column = divmod(pair, 3)
    y, offsets = _FOLLOWER_ROWS[row % 2]
    if away:
        line, index = divmod(number, 4)
        return (_about_her(centre_x, line > 0, index + 4 * max(line - 1, 0), away), _BESIDE_FRONT_Y)
    return (centre_x + (-1 if left else 1) * offsets[column], y)


def _about_her(centre_x: float, full: bool, index: int, away: int) -> float:
    """Beside her legs; once that is full, on the free side."""
    return centre_x + away * (_NO_ROOM_PX + _APART_PX * index if full else _BESIDE_LEGS[index])


def _abreast(centre_x: float, block: int, index: int, away: int) -> float:
    return centre_x + away * (6 + block * _BLOCK_PX) + (index - 1.5) * _APART_PX


def _between(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def eased(share: float) -> float:
    """Slow at both ends, for whatever moves by itself; bounded to 0 and 1."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def popped(age_s: float) -> float:
    """Size of something that has just come: grows past its own size and settles within REWARD_S."""
    share = min(age_s / REWARD_S, 1.0)
    return 1 - (1 - share) ** 2 * math.cos(share * 4.2) if share < 1 else 1.0
