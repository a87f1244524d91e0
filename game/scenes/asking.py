"""What is said and asked around a bout of the menus: a word about the day, and how the person feels."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.records.model import BoutId, CheckIn
from game.scene import Scene
from game.scenes.checkin import Answers, CheckInScene, Moment
from game.scenes.day_word import DayWordScene, word_for
from game.scenes.house import House
from game.training.checkin import Advice, advice


class Asking:
    """Asks before the first bout of an evening and after every one. A guest is asked afterwards only."""

    def __init__(self, house: House, exercise_id: str) -> None:
        self._house = house
        self._exercise = exercise_id
        self._shown = False

    def before(self, go_on: Callable[[bool], None]) -> None:
        """Whatever there is to ask before a bout; go_on hears whether it is to be a gentle one."""
        word = word_for(self._house.training, self._exercise)
        if word is None:
            self._ask_before(go_on, gentle=False)
            return
        self.show(
            DayWordScene(
                self._house,
                word,
                on_go_on=lambda: self._ask_before(go_on, gentle=word == "hurt"),
                on_stop=self._house.stack.pop if word == "hurt" else self._house.stack.home,
            )
        )

    def after(
        self, bout: BoutId, ground: Callable[[pygame.Surface], None], go_on: Callable[[], None]
    ) -> None:
        """Ask how it was, over the finished picture; go_on is called when everything is said."""

        def answered(answers: Answers) -> None:
            if self._keep("after", answers, bout) is Advice.END:
                self.show(DayWordScene(self._house, "thanks", go_on, go_on, ground))
            else:
                go_on()

        self._shown = True
        self.show(CheckInScene(self._house, "after", answered, ground))

    def show(self, scene: Scene) -> None:
        """Put a scene in the place of the one shown before it."""
        if self._shown:
            self._house.stack.replace(scene)
        else:
            self._shown = True
            self._house.stack.push(scene)

    def _ask_before(self, go_on: Callable[[bool], None], *, gentle: bool) -> None:
        training = self._house.training
        if training.asked or self._house.player.id is None:
            go_on(gentle)
            return

        def answered(answers: Answers) -> None:
            training.asked, training.pain_before = True, answers.pain
            if self._keep("before", answers, None) is Advice.END:
                self.show(
                    DayWordScene(
                        self._house,
                        "hurt",
                        on_go_on=lambda: go_on(True),
                        on_stop=self._house.stack.pop,
                    )
                )
            else:
                go_on(gentle)

        self.show(CheckInScene(self._house, "before", answered))

    def _keep(self, moment: Moment, answers: Answers, bout: BoutId | None) -> Advice:
        """Write down what was said; what follows from it."""
        if answers.pain is None:
            return Advice.GO_ON
        house, training = self._house, self._house.training
        house.records.check_in(
            CheckIn(house.player.id, moment, answers.pain, answers.effort, self._exercise, bout)
        )
        training.hurt(self._exercise, answers.pain)
        before = None if moment == "before" else training.pain_before
        found = advice(answers.pain, answers.effort or 0, before)
        if found is Advice.END:
            training.end_exercise(self._exercise)
        elif found is Advice.SHORTEN:
            training.shorten()
        return found
