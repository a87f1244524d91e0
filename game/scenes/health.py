"""What is asked once: nine conditions on three cards, and six yes/no questions about what someone can do."""

from __future__ import annotations

from collections.abc import Callable

from game.scenes.gates import said
from game.scenes.house import House
from game.scenes.page import PageScene
from game.training.health import GROUPS, Condition
from game.training.placement import QUESTIONS, Can
from game.ui.choices import BACK, Item


class HealthScene(PageScene):
    """Three conditions a card, each turned on or off; one press a card for who has none of them.

    `on_done` hears whether all was answered; what was is kept.
    """

    land = False

    def __init__(self, house: House, on_done: Callable[[bool], None]) -> None:
        super().__init__(house)
        self._on_done = on_done
        self._told: set[Condition] = set(house.health.now.conditions)
        self._group = 0
        self._show("done")

    def enter(self) -> None:
        self._speak()

    def taken(self, key: str) -> None:
        if key == BACK:
            if self._group == 0:
                self._on_done(False)
                return
            self._group -= 1
            self._show("done")
        elif key == "done":
            self._go_on()
        else:
            one = next(one for one in GROUPS[self._group] if one == key)
            self._told ^= {one}
            self._show(key)

    def _go_on(self) -> None:
        self._group += 1
        if self._group < len(GROUPS):
            self._show("done")
            self._speak()
            return
        health = self._house.health
        same = self._told == health.now.conditions
        health.change(
            asked=True,
            conditions=frozenset(self._told),
            agreed=health.now.agreed and same and health.now.asked,
        )
        self._on_done(True)

    def _show(self, start: str) -> None:
        house, group = self._house, GROUPS[self._group]
        items = [Item(one, self._name(one), voice=f"health_{one}") for one in group]
        last = "health_done" if self._told & set(group) else "health_none"
        items.append(Item("done", said(house, last), voice=last))
        self.ask(said(house, "line_health"), items, start=start, back=False)

    def _name(self, one: Condition) -> str:
        name = said(self._house, f"health_{one}")
        return self._house.words("health.told", name=name) if one in self._told else name

    def _speak(self) -> None:
        self._house.speaker.say("line_health")


class PlacementScene(PageScene):
    """Six questions with yes or no, one a card. `on_done` hears whether all were answered."""

    land = False

    def __init__(self, house: House, on_done: Callable[[bool], None]) -> None:
        super().__init__(house)
        self._on_done = on_done
        self._can: dict[Can, bool] = {}
        self._show()

    def enter(self) -> None:
        self._speak()

    def taken(self, key: str) -> None:
        if key == BACK:
            if not self._can:
                self._on_done(False)
                return
            self._can.popitem()
            self._show()
            return
        self._can[QUESTIONS[len(self._can)]] = key == "yes"
        if len(self._can) < len(QUESTIONS):
            self._show()
            self._speak()
            return
        self._house.health.change(can=frozenset(one for one, yes in self._can.items() if yes))
        self._on_done(True)

    def _show(self) -> None:
        asked = QUESTIONS[len(self._can)]
        items = [Item(one, said(self._house, one), voice=one) for one in ("yes", "no")]
        self.ask(said(self._house, f"line_can_{asked}"), items, back=False)

    def _speak(self) -> None:
        self._house.speaker.say(f"line_can_{QUESTIONS[len(self._can)]}")


def ask_once(house: House, on_done: Callable[[bool], None]) -> None:
    """Push what is still to be asked once, health and placement; on_done hears whether all was answered.

    Nothing is pushed, and on_done is called at once, where there is nothing to ask.
    """
    health = house.health
    if not health.is_guest and not health.now.asked:
        house.stack.push(HealthScene(house, lambda done: _answered(house, on_done, done=done)))
    elif not health.is_guest and health.can is None:
        house.stack.push(PlacementScene(house, lambda done: _answered(house, on_done, done=done)))
    else:
        on_done(True)


def _answered(house: House, on_done: Callable[[bool], None], *, done: bool) -> None:
    house.stack.pop()
    if done:
        ask_once(house, on_done)
    else:
        on_done(False)
