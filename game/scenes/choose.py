"""Choose: an exercise, a set-up, the legs, a level. What is closed says why, and a helper may open it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

import pygame

from game.intentions import Meaning
from game.minigames.landmarks import picture_of
from game.scenes.diary import mirror_today
from game.scenes.gates import therapist_word
from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.plans import PlansScene
from game.scenes.quick import games
from game.scenes.start import begin, side_choices
from game.training import mirror
from game.training.exercise import LEVELS, Exercise, Setup, Side, SideChoice
from game.training.modifiers import Modifier
from game.training.modifiers import choices as ways
from game.training.sides import opposite
from game.ui.choices import BACK, PICTURE_PX, Item, card_area
from game.ui.marks import lock, stars
from game.ui.movement_preview import MovementPreview
from game.ui.paper import Cutout, cut
from game.ui.scenery import side_mark
from hardware.errors import FootfallError

Page = Literal["games", "groups", "group", "setup", "side", "way", "minutes", "level", "helper", "trouble"]
GROUPS: dict[str, tuple[str, ...]] = {
    "sitting": ("sitting", "crossed"),
    "lying": ("lying",),
    "standing": ("standing",),
}


class ChooseScene(PageScene):
    """Leads from an exercise to a bout. Back goes one page back."""

    land = False

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._path: list[Page] = []
        self._group = "sitting"
        self._exercise: Exercise = house.catalogue[games(house)[0]]
        self._setup: Setup = self._exercise.setup()
        self._side: SideChoice | None = None
        self._modifier: Modifier = ""
        self._minutes: int | None = None
        self._level = 1
        self._said = ""
        self._preview = MovementPreview(house.look, card_area(house.look))
        self._show("games")

    def enter(self) -> None:
        """Back from a bout or from Prepare: stars may have come."""
        if self._path[-1] == "level":
            self._draw_page(str(self._level))

    def taken(self, key: str) -> None:
        if key == BACK:
            self._back()
            return
        match self._path[-1]:
            case "games" if key == "others":
                self._show("groups")
            case "games" if key == "plans":
                self._house.stack.push(PlansScene(self._house))
            case "groups":
                self._group = key
                self._show("group")
            case "games" | "group":
                self._exercise = self._house.catalogue[key]
                self._setup = self._exercise.setup()
                self._level = self._house.training.open_level(key)
                self._after_exercise()
            case "setup":
                self._setup = self._exercise.setup(key)
                self._after_setup()
            case "side" | "way":
                self._take_side(key)
            case "minutes":
                self._minutes = int(key)
                self._show("level")
            case "level":
                self._level = int(key)
                self._begin()
            case "helper":
                if key == "helper_yes":
                    self._opened_by_helper()
                else:
                    self._back()

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        super().step(dt_s, meanings)
        self._preview.step(dt_s, self._in_focus())

    def draw_beside(self, surface: pygame.Surface) -> None:
        self._preview.draw(surface)

    def _in_focus(self) -> tuple[Setup, Side] | None:
        """The set-up and the leg that the choice in focus stands for."""
        key, affected = self.choices.key, self._house.player.affected_side
        match self._path[-1] if self._path else "trouble":
            case "games" | "group" if key in self._house.catalogue:
                return self._house.catalogue[key].setup(), affected
            case "setup" if key in {one.id for one in self._exercise.setups}:
                return self._exercise.setup(key), affected
            case "side" | "level" | "helper":
                side = key if self._path[-1] == "side" else self._side
                return self._setup, opposite(affected) if side == "other" else affected
        return None

    # The way

    def _after_exercise(self) -> None:
        setups = self._house.training.open_setups(self._exercise)
        if not setups:
            self._show("helper")
        elif len(self._exercise.setups) > 1:
            self._show("setup")
        else:
            self._setup = setups[0]
            self._after_setup()

    def _after_setup(self) -> None:
        if self._setup not in self._house.training.open_setups(self._exercise):
            self._show("helper")
            return
        sides = side_choices(self._house, self._exercise, self._setup)
        self._side, self._modifier = sides[0] if sides else None, ""
        self._show("side" if len(sides) > 1 or self._ways() else "level")

    def _take_side(self, key: str) -> None:
        self._minutes = None
        if key == "ways":
            self._show("way")
            return
        if self._path[-1] == "way":
            self._modifier = cast(Modifier, key)
            self._side = "other" if key == "mirror" else None
        else:
            self._side, self._modifier = cast(SideChoice, key), ""
        self._show("minutes" if self._modifier == "mirror" else "level")

    def _legs(self) -> tuple[Side, ...]:
        """The legs that the choices so far put in play."""
        affected = self._house.player.affected_side
        usual = side_choices(self._house, self._exercise, self._setup)
        side = self._side or next(iter(usual), "affected")
        if side == "other" or self._modifier == "mirror":
            return (opposite(affected),)
        two = side in ("alternate", "both") and not (self._setup.central or self._setup.together)
        return (affected, opposite(affected)) if two else (affected,)

    def _ways(self) -> tuple[Modifier, ...]:
        """The other ways in which this set-up can be done; the mirror while the day has room for a block."""
        room = mirror.offered(mirror_today(self._house))
        possible = ways(self._exercise, self._setup)
        return tuple(way for way in possible if way and (way != "mirror" or room))

    def _begin(self) -> None:
        if self._level > self._house.training.open_level(self._exercise.id, self._legs()):
            self._show("helper")
            return
        try:
            way = self._modifier
            begin(
                self._house,
                self._exercise,
                self._setup,
                self._level,
                self._side,
                modifier=way,
                minutes=self._minutes,
            )
        except FootfallError as trouble:
            self._said = str(trouble)
            self._show("trouble")

    def _opened_by_helper(self) -> None:
        """A helper has said that it is safe: it is open from now on."""
        training = self._house.training
        if self._setup.standing or self._exercise.standing:
            training.confirm_precautions()
        training.open_by_helper(self._exercise.id, max(self._level, training.open_level(self._exercise.id)))
        self._path.pop()
        match self._path[-1]:
            case "level":
                self._draw_page(str(self._level))
            case "setup":
                self._after_setup()
            case _:
                self._after_exercise()

    def _back(self) -> None:
        self._path.pop()
        if self._path:
            self._draw_page()
        else:
            self._house.stack.pop()

    def _show(self, page: Page) -> None:
        self._path.append(page)
        self._draw_page()

    # The pages

    def _draw_page(self, start: str | None = None) -> None:
        words = self._house.words
        match self._path[-1]:
            case "games":
                items = [self._exercise_item(one, with_game=True) for one in self._first_games()]
                items += [Item(one, words(f"choose.{one}")) for one in ("others", "plans")]
                self.ask(words("choose.title"), items)
            case "groups":
                self.ask(words("choose.group_title"), [self._group_item(one) for one in GROUPS])
            case "group":
                items = [self._exercise_item(one) for one in self._in_group(self._group)]
                self.ask(words(f"choose.{self._group}"), items, start=self._exercise.id)
            case "setup":
                self.ask(words("choose.setup_title"), self._setup_items(), start=self._setup.id)
            case "side":
                sides = side_choices(self._house, self._exercise, self._setup)
                items = [self._side_item(one) for one in sides]
                items += [Item("ways", words("choose.ways"))] if self._ways() else []
                self.ask(words("choose.side_title"), items, start=self._side)
            case "way":
                items = [
                    Item(one, words(f"choose.{one}"), words(f"choose.{one}_why")) for one in self._ways()
                ]
                self.ask(words("choose.way_title"), items)
            case "minutes":
                done = mirror_today(self._house)
                items = [Item(str(one), words("diary.minutes", minutes=one)) for one in mirror.offered(done)]
                line = words("choose.mirror_done", done=done, most=mirror.MOST_A_DAY)
                self.ask(words("choose.mirror_title"), items, lines=(line,))
            case "level":
                self._ask_level(start)
            case "helper":
                self._ask_helper()
            case "trouble":
                self.ask(words("choose.trouble"), [], lines=(self._said,))

    def _ask_level(self, start: str | None) -> None:
        highest = self._house.training.open_level(self._exercise.id, self._legs())
        self._level = min(self._level, highest)
        earned = self._stars()
        items = [
            self._level_item(number, earned.get(number, 0), is_open=number <= highest)
            for number in range(1, min(highest + 1, LEVELS) + 1)
        ]
        game = self._exercise.words[self._house.words.language].game
        self.ask(
            self._house.words("choose.level_title"), items, lines=(game,), start=start or str(self._level)
        )

    def _ask_helper(self) -> None:
        words = self._house.words
        standing = self._setup.standing or self._exercise.standing
        if standing and not self._house.training.precautions_confirmed:
            title, lines, items = therapist_word(self._house)
            self.ask(title, items, lines=lines, back=False)
            self._house.speaker.say("line_gate_therapist")
            return
        lines = list(self._exercise.words[words.language].safety)
        items = [Item("helper_no", words("choose.helper_no")), Item("helper_yes", words("choose.helper_yes"))]
        self.ask(words("choose.helper_title"), items, lines=lines, back=False)

    def _first_games(self) -> list[str]:
        """The games offered first, but for what the person's health hides."""
        house = self._house
        return [one for one in games(house) if house.training.offered(house.catalogue[one])]

    def _in_group(self, group: str) -> list[str]:
        """Exercises by their first set-up's posture, what is open before what is not."""
        offered = self._house.training.offered
        found = [
            one.id
            for one in self._house.catalogue.values()
            if one.setups[0].posture in GROUPS[group] and offered(one)
        ]
        is_open = self._house.training.open_exercises()
        return sorted(found, key=lambda one: (one not in is_open, self._house.catalogue[one].ability, one))

    def _group_item(self, group: str) -> Item:
        words = self._house.words
        count = words("choose.count", count=len(self._in_group(group)))
        return Item(group, words(f"choose.{group}"), count)

    def _exercise_item(self, exercise_id: str, *, with_game: bool = False) -> Item:
        look = self._house.look
        words = self._house.catalogue[exercise_id].words[self._house.words.language]
        mark = None if exercise_id in self._house.training.open_exercises() else lock(look)
        if with_game:
            return Item(
                exercise_id,
                words.game,
                words.name,
                picture_of(self._house.catalogue[exercise_id], look, PICTURE_PX),
                mark=mark,
                voice=self.prompt(exercise_id),
            )
        return Item(exercise_id, words.name, words.game, mark=mark, voice=self.prompt(exercise_id))

    def _setup_items(self) -> list[Item]:
        words = self._exercise.words[self._house.words.language]
        is_open = self._house.training.open_setups(self._exercise)
        return [
            Item(one.id, words.setups[one.id].name, mark=None if one in is_open else lock(self._house.look))
            for one in self._house.training.offered(self._exercise)
        ]

    def _side_item(self, side: SideChoice) -> Item:
        words = self._house.words
        if side in ("alternate", "both"):
            return Item(side, words(f"choose.{side}"))
        affected = self._house.player.affected_side
        leg = affected if side == "affected" else opposite(affected)
        label, why = words(f"choose.{leg}"), words(f"choose.{side}")
        return Item(side, label, why, self._mark(leg), voice=leg)

    def _mark(self, leg: Side) -> Cutout:
        return cut(side_mark(leg, 88), self._house.look, lift=4)

    def _level_item(self, number: int, earned: int, *, is_open: bool) -> Item:
        words, level = self._house.words, self._exercise.level(number)
        label = words("choose.level", number=number)
        if not is_open:
            return Item(
                str(number), label, words("choose.closed", number=number - 1), mark=lock(self._house.look)
            )
        key = "choose.repetitions_hold" if level.hold_s > 0 else "choose.repetitions"
        value = words(key, count=level.repetitions, hold=f"{level.hold_s:g}")
        return Item(str(number), label, value, mark=stars(earned, self._house.look))

    def _stars(self) -> dict[int, int]:
        """The most stars of each level with these legs."""
        player = self._house.player.id
        if player is None:
            return {}
        legs = self._legs()
        side = legs[0] if len(legs) == 1 else "both"
        return self._house.records.stars_by_level(player, self._exercise.id, side)
