"""Plans: a therapist's lists. Those in the folder `plans/` of the data folder, and those already kept."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from game.records.folder import free_name
from game.scenes.gates import therapist_word
from game.scenes.house import House
from game.scenes.page import PageScene
from game.training import plan as plans
from game.training.content import shown
from game.training.plan import Plan, PlanItem
from game.ui.choices import BACK, Item
from hardware.errors import FootfallError

FOLDER = "plans"
NAME_LETTERS = 40
"""So much of a name goes into the name of a file."""
"""Where plan files lie, in the data folder."""

Page = Literal["list", "plan", "helper", "said"]


def files(house: House) -> list[Path]:
    """The plan files that lie ready to be taken."""
    folder = house.records.folder / FOLDER
    return sorted(path for path in folder.glob("*") if path.suffix.lower() in {".toml", ".json"})


def export(house: House, plan: Plan) -> Path:
    """Write a plan into the folder, under its name; returns the file. Raises OSError."""
    folder = house.records.folder / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    name = "".join(letter if letter.isalnum() else "-" for letter in plan.name.lower()).strip("-")
    path = free_name(folder / f"{name[:NAME_LETTERS] or 'plan'}.toml")
    plans.write(plan, path)
    return path


class PlansScene(PageScene):
    """Take a plan, follow it, write it out, or follow none."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._page: Page = "list"
        self._plan: Plan | None = None
        self._known: dict[str, Plan] = {}
        self._wrong: dict[str, str] = {}
        self._show("list")

    def taken(self, key: str) -> None:
        if key == BACK:
            if self._page == "list":
                self._house.stack.pop()
            else:
                self._show("list")
            return
        match self._page:
            case "list" if key in self._wrong:
                self._say("plans.wrong", self._wrong[key])
            case "list":
                self._plan = self._known[key]
                self._show("plan")
            case "plan":
                self._do(key)
            case "helper":
                if key == "helper_yes":
                    self._house.training.confirm_precautions()
                self._follow()

    def _do(self, key: str) -> None:
        """What was chosen for one plan."""
        assert self._plan is not None
        match key:
            case "follow" if self._stands(self._plan) and not self._house.training.precautions_confirmed:
                self._show("helper")
            case "follow":
                self._follow()
            case "leave":
                self._house.training.follow(None)
                self._show("list")
            case "write":
                self._write(self._plan)
            case "forget":
                self._forget(self._plan)

    def _follow(self) -> None:
        """From now on this plan is what is offered first."""
        assert self._plan is not None
        if self._house.player.id is not None:
            self._house.records.save_plan(self._house.player.id, self._plan.name, self._plan)
        self._house.training.follow(self._plan)
        self._house.stack.home()

    def _write(self, plan: Plan) -> None:
        try:
            path = export(self._house, plan)
        except OSError:
            self._say("plans.not_written", self._house.words("plans.not_written_why"))
        else:
            self._say("plans.written", f"{FOLDER}/{path.name}")

    def _forget(self, plan: Plan) -> None:
        house = self._house
        if house.player.id is not None:
            house.records.delete_plan(house.player.id, plan.name)
        if house.training.plan == plan:
            house.training.follow(None)
        self._show("list")

    def _stands(self, plan: Plan) -> bool:
        """Whether a plan needs a helper's word about standing."""
        exercises = ((self._house.catalogue[item.exercise], item.setup) for item in plan.items)
        return any(exercise.standing or exercise.setup(setup).standing for exercise, setup in exercises)

    # The pages

    def _say(self, title: str, line: str) -> None:
        self._page = "said"
        self.ask(self._house.words(title), [], lines=(line,))

    def _show(self, page: Page) -> None:
        self._page = page
        words = self._house.words
        match page:
            case "list":
                self._find()
                items = [self._item(key) for key in [*self._known, *self._wrong]]
                nothing = [] if items else [words("plans.none_1"), words("plans.none_2")]
                self.ask(words("plans.title"), items, lines=nothing)
            case "plan":
                assert self._plan is not None
                self.ask(self._plan.name, self._choices_for(self._plan), lines=self._lines(self._plan))
            case "helper":
                title, lines, items = therapist_word(self._house)
                self.ask(title, items, lines=lines)
                self._house.speaker.say("line_gate_therapist")

    def _find(self) -> None:
        """What is kept, and what lies in the folder; a file that is kept already is shown once."""
        house = self._house
        kept = {} if house.player.id is None else dict(house.records.plans(house.player.id, Plan))
        self._known = {name: plan for name, plan in kept.items() if self._playable(plan)}
        self._wrong = {name: house.words("plans.left_out") for name in kept if name not in self._known}
        for path in files(house):
            try:
                found = plans.read(path, house.catalogue)
            except FootfallError as wrong:
                self._wrong[shown(path.name)] = str(wrong)
            else:
                self._known.setdefault(found.name, found)

    def _playable(self, plan: Plan) -> bool:
        """Whether every exercise and set-up of a plan is there: a file of levels/ may have been left out."""
        return all(self._is_there(item) for item in plan.items)

    def _is_there(self, item: PlanItem) -> bool:
        exercise = self._house.catalogue.get(item.exercise)
        return exercise is not None and item.setup in {None, *(setup.id for setup in exercise.setups)}

    def _item(self, key: str) -> Item:
        words = self._house.words
        if key in self._wrong:
            return Item(key, key, words("plans.cannot_read"))
        plan, following = self._known[key], self._house.training.plan
        count = words("plans.count", count=len(plan.items))
        followed = following is not None and following.name == key
        return Item(key, plan.name, words("plans.followed") if followed else count)

    def _choices_for(self, plan: Plan) -> list[Item]:
        words = self._house.words
        followed = self._house.training.plan == plan
        keys = ["leave" if followed else "follow", "write", "forget"]
        return [Item(key, words(f"plans.{key}")) for key in keys]

    def _lines(self, plan: Plan) -> tuple[str, ...]:
        words = self._house.words
        told = []
        for item in plan.items[:3]:
            name = self._house.catalogue[item.exercise].words[words.language].name
            told.append(words("plans.item", name=name, sets=item.sets) if item.sets > 1 else name)
        if len(plan.items) > 3:
            told.append(words("plans.more", count=len(plan.items) - 3))
        return tuple(told)
