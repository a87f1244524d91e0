"""What is said and asked around a bout of the menus: whether it is safe, and how the person feels."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.records.model import BoutId, CheckIn
from game.scene import Scene
from game.scenes.checkin import Answers, CheckInScene, Moment
from game.scenes.day_word import DayWordScene, word_for
from game.scenes.gates import Card, GateScene
from game.scenes.health import HealthScene
from game.scenes.house import House
from game.training.checkin import Advice, advice
from game.training.exercise import Exercise, Setup
from game.training.health import stands, walks


class Asking:
    """Asks before a bout and after it, one card after another, only what is due.

    A guest is asked one card at first, and how it was afterwards.
    """

    def __init__(self, house: House, exercise: Exercise, setup: Setup) -> None:
        self._house = house
        self._exercise = exercise
        self._setup = setup
        self._shown = False
        self._sat = False
        self._worded = False
        self._gentle = False
        self._go_on: Callable[[bool], None] = lambda _: None

    def before(self, go_on: Callable[[bool], None]) -> None:
        """Whatever there is to ask before a bout; go_on hears whether it is to be a gentle one."""
        self._go_on = go_on
        self._next()

    def after(
        self, bout: BoutId, ground: Callable[[pygame.Surface], None], go_on: Callable[[], None]
    ) -> None:
        """Ask how it was, over the finished picture; go_on is called when everything is said."""
        house = self._house

        def answered(answers: Answers) -> None:
            found = self._keep("after", answers, bout)
            if house.health.now.calf:
                self.show(GateScene(house, "calf", lambda _: house.stack.home()))
            elif found is Advice.STOP:
                self.show(DayWordScene(house, "strong", house.stack.home, house.stack.home, ground))
            elif found is Advice.END:
                self.show(DayWordScene(house, "thanks", go_on, go_on, ground))
            else:
                go_on()

        self._shown = True
        self.show(CheckInScene(house, "after", answered, ground))

    def show(self, scene: Scene) -> None:
        """Put a scene in the place of the one shown before it."""
        if self._shown:
            self._house.stack.replace(scene)
        else:
            self._shown = True
            self._house.stack.push(scene)

    # Before a bout

    def _next(self) -> None:
        """The next card that is due; once there is none, the bout."""
        house, health = self._house, self._house.health
        card = self._due()
        if card is not None:
            self.show(GateScene(house, card, lambda answer: self._answered(card, answer)))
        elif not health.is_guest and not health.now.asked:
            self.show(HealthScene(house, lambda done: self._next() if done else house.stack.pop()))
        elif not self._worded:
            self._worded = True
            self._say_word()
        else:
            self._ask_before()

    def _due(self) -> Card | None:
        """The card that has to be answered now: the grave ones first."""
        health = self._house.health
        now = health.now
        standing, walking = stands(self._exercise, self._setup), walks(self._exercise)
        looked = now.sees_both_sides is not None or health.clinic
        due: list[tuple[Card, bool]] = [
            ("calf", now.calf),
            ("skin_red", now.skin_red),
            ("guest", health.is_guest and not now.well),
            ("well", not now.well),
            ("doctor", now.asked and health.doctor_first),
            ("skin", health.skin_due),
            ("no_standing", standing and now.dizzy),
            ("sees", walking and not looked),
            ("sit", not self._sat and health.sits_first(self._exercise, self._setup)),
            ("stand", standing and not now.gate),
        ]
        return next((card for card, is_due in due if is_due), None)

    def _answered(self, card: Card, answer: str) -> None:
        """What follows from an answer: it is kept, and the next card comes, or none does."""
        health = self._house.health
        match answer:
            case "all_well" | "well":
                health.change(well=True)
            case "ill":
                health.change(well=True, asked=False)
            case "dizzy":
                health.change(well=True, dizzy=True)
                self.show(GateScene(self._house, "dizzy", self._after_dizzy))
                return
            case "calf":
                health.change(well=True, calf=True)
            case "agreed":
                health.change(agreed=True)
            case "both_sides":
                health.change(sees_both_sides=True)
            case "one_side" | "not_sure":
                health.change(sees_both_sides=False)
                self._leave()
                return
            case "sat":
                self._sat = True
            case "all_ready":
                health.change(gate=True)
            case "skin_fine":
                health.looked_at_skin()
            case "skin_red":
                health.change(skin_red=True)
            case _:
                self._leave(home=card in {"calf", "skin_red"})
                return
        self._next()

    def _after_dizzy(self, answer: str) -> None:
        if answer == "seated":
            self._next()
        else:
            self._leave(home=True)

    def _leave(self, *, home: bool = False) -> None:
        if home:
            self._house.stack.home()
        else:
            self._house.stack.pop()

    def _say_word(self) -> None:
        """A word about the day, where there is one."""
        house = self._house
        word = word_for(house.training, self._exercise.id)
        if word is None:
            self._next()
            return

        def go_on() -> None:
            self._gentle = word == "hurt"
            self._next()

        self.show(
            DayWordScene(
                house,
                word,
                on_go_on=go_on,
                on_stop=house.stack.pop if word == "hurt" else house.stack.home,
            )
        )

    def _ask_before(self) -> None:
        house, training = self._house, self._house.training
        if training.asked or house.player.id is None:
            self._go_on(self._gentle)
            return

        def answered(answers: Answers) -> None:
            training.asked, training.pain_before = True, answers.pain
            found = self._keep("before", answers, None)
            if house.health.now.calf:
                self._next()
            elif found is Advice.STOP:
                self.show(DayWordScene(house, "strong", house.stack.home, house.stack.home))
            elif found is Advice.END:
                self.show(DayWordScene(house, "hurt", lambda: self._go_on(True), house.stack.pop))
            else:
                self._go_on(self._gentle)

        self.show(CheckInScene(house, "before", answered))

    def _keep(self, moment: Moment, answers: Answers, bout: BoutId | None) -> Advice:
        """Write down what was said; what follows from it."""
        if answers.pain is None:
            return Advice.GO_ON
        house, training, exercise = self._house, self._house.training, self._exercise.id
        said = CheckIn(
            house.player.id, moment, answers.pain, answers.effort, exercise, bout, where=answers.where or ""
        )
        house.records.check_in(said)
        training.hurt(exercise, answers.pain)
        before = None if moment == "before" else training.pain_before
        found = advice(answers.pain, answers.effort or 0, before)
        if answers.where == "calf":
            house.health.change(calf=True)
        if found in {Advice.END, Advice.STOP}:
            training.end_exercise(exercise)
            if answers.where is not None:
                house.health.hurts(answers.where)
        elif found is Advice.SHORTEN:
            training.shorten()
        return found
