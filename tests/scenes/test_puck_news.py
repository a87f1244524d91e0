"""A battery soon empty and a puck's own words reach the player: once, in words, and then the strip goes."""

from collections.abc import Callable

import pygame
import pytest

from game.scenes.house import House
from game.scenes.puck_news import AGAIN_AFTER_S, STANDS_S, PuckNews
from hardware.hub import Hub
from hardware.line_protocol import (
    Battery,
    LineTrouble,
    Reading,
    encode_battery,
    encode_reading,
    encode_trouble,
)
from hardware.notice import Notice
from hardware.puck_stream import PuckStream
from hardware.sample import Sample
from hardware.source import Source


class Wire(Source):
    """A puck whose bytes are handed in."""

    live = True

    def __init__(self) -> None:
        self.stream = PuckStream()
        self.came: list[Sample] = []
        self.seq = 0

    def open(self, now_s: float) -> None: ...

    def close(self) -> None: ...

    def say(self, line: bytes, now_s: float) -> None:
        self.came += self.stream.feed(line, now_s)

    def read(self, until_s: float) -> list[Sample]:
        came, self.came = self.came, []
        return came

    @property
    def pucks(self):  # type: ignore[no-untyped-def]
        return self.stream.pucks

    def notices(self) -> list[Notice]:
        return self.stream.notices()


class Evening:
    def __init__(self, house: House) -> None:
        self.wire = Wire()
        house.hub = Hub([self.wire])
        self.house, self.news, self.now_s = house, PuckNews(house), 0.0
        self.shown: list[str] = []

    def go_on(self, span_s: float, *lines: bytes) -> None:
        for line in lines:
            self.wire.say(line, self.now_s)
        end_s = self.now_s + span_s
        while self.now_s < end_s:
            self.now_s += 0.05
            seq = self.wire.seq = self.wire.seq + 1
            self.wire.say(encode_reading(Reading(seq * 50_000, "blue", seq % 256, (0, 0, 1000))), self.now_s)
            self.house.hub.drain(self.now_s)
            self.news.step(self.now_s)
            if self.news.text and self.news.text not in self.shown[-1:]:
                self.shown.append(self.news.text)


@pytest.fixture
def evening(make_house: Callable[..., House]) -> Evening:
    return Evening(make_house())


def battery(percent: int, charging: bool = False) -> bytes:
    return encode_battery(Battery("blue", percent, charging))


def test_a_battery_soon_empty_is_told_once_until_it_has_been_charged(evening: Evening) -> None:
    evening.go_on(3.0, battery(40))
    assert evening.shown == []
    for percent in (15, 12, 9, 5):
        evening.go_on(15.0, battery(percent))
    assert evening.shown == ["Charge the blue puck. It has 15 %."]
    assert evening.news.text == ""
    evening.go_on(3.0, battery(8, charging=True))
    evening.go_on(3.0, battery(90))
    evening.now_s += AGAIN_AFTER_S
    evening.go_on(3.0, battery(10))
    assert evening.shown[1:] == ["Charge the blue puck. It has 10 %."]


def test_a_puck_found_at_five_per_cent_is_told_at_once(evening: Evening) -> None:
    evening.go_on(3.0, battery(5))
    assert evening.shown == ["Charge the blue puck. It has 5 %."]


def test_a_pucks_own_words_are_shown_once_and_go(evening: Evening) -> None:
    for _ in range(40):
        evening.go_on(0.5, encode_trouble(LineTrouble("blue", "sensor not found")))
    assert evening.shown == ["The blue puck says: sensor not found"]
    evening.go_on(STANDS_S, battery(80))
    assert evening.news.text == ""


@pytest.mark.parametrize("side", ["both", "left", "right"])
def test_the_strip_stands_where_no_card_does(make_house: Callable[..., House], side: str) -> None:
    from game.records.model import Player
    from game.ui.choices import card_area

    house = make_house(Player(None, nickname="anna", affected_side="right", better_vision_side=side))  # type: ignore[arg-type]
    news = PuckNews(house)
    news.text = house.words("puck.same_colour", puck="blue", text="")
    surface = pygame.Surface((1920, 1080))
    news.draw(surface)
    drawn = pygame.mask.from_threshold(surface, (0, 0, 0), (1, 1, 1))
    drawn.invert()
    (rect,) = [pygame.Rect(drawn.get_bounding_rects()[0]).unionall(drawn.get_bounding_rects())]
    assert rect.width > 100
    assert rect.top >= 0
    assert not rect.inflate(-40, -40).colliderect(card_area(house.look))
