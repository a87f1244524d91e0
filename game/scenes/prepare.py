"""Prepare: how the leg moves today, where the puck goes, sit still, move three times.

With a puck it needs no key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

import pygame

from game.bout.live import SampleWriter
from game.bout.plan import BoutPlan
from game.intentions import Intention, Meaning
from game.minigames.landmarks import picture_of
from game.scene import Scene
from game.scenes.bout_picture import coach_faces
from game.scenes.house import LIMB_KEYS, House
from game.scenes.prepare_picture import CARD_WIDTH, PLACE_PX, Page, PreparePicture, View
from game.scenes.setting_up import SettingUp, SetupStage
from game.scenes.stop import StopScene
from game.training.assistance import AssistanceName
from game.training.health import cares, ways_of_help
from game.training.spoken import line_key
from game.ui.assistance_pictures import assistance_picture
from game.ui.choices import BACK, Choices, Item, card_area
from game.ui.screen import SIZE
from hardware.hub import Signal
from hardware.keyboard import Key
from hardware.sample import PUCKS, Sample

READ_S = 4.5
"""How long posture and safety stand, each; a Yes goes on sooner."""
PUCK_S = 10.0
"""A puck that has not been touched for so long is taken to be on the leg already."""
SETTLED_S = 2.0
"""After the last wiggle the puck is taken to be strapped on."""
READY_S = 0.6
"""Ready stands so long; then it stays until the game is built, which it is by then as a rule."""
NO_SIGNAL_S = 6.0
MOVE_LINE_S = 3.0
"""The lines that say how to move take turns, one idea at a time."""
SMALL_IS_FINE_S = 10.0
TROUBLE_AFTER_S = 0.8
TROUBLE_STAYS_S = 2.5
STUCK_S = 20.0
"""With one switch or a puck nobody can press Esc: without progress for so long the stop card opens itself."""

PAGES: dict[SetupStage, Page] = {
    SetupStage.SIGNAL: "signal",
    SetupStage.STILL: "still",
    SetupStage.MOVE: "move",
    SetupStage.DONE: "done",
}
INTRO: dict[Page, Page] = {"goal": "posture", "posture": "care"}
"""What is read before anything is asked, and what comes after it."""
ORDER: tuple[AssistanceName, ...] = ("active", "assisted", "passive", "resisted")


def before_preparing(house: House, plan: BoutPlan) -> None:
    """Load and cut what would keep the making of the scene waiting. May run on a thread of its own."""
    coach_faces(house, plan)
    picture_of(plan.exercise, house.look, PLACE_PX)


class PrepareScene(Scene):
    """Sets a bout up and hands the finished plan to `on_ready`.

    ask: the plan comes from the menus: ask how the leg moves, show where the puck goes before listening to
    it, and choose between pucks and keyboard. The command line has answered all that.
    """

    def __init__(
        self,
        house: House,
        plan: BoutPlan,
        on_ready: Callable[[BoutPlan], None],
        writer: SampleWriter | None = None,
        *,
        ask: bool = False,
    ) -> None:
        self._house = house
        self._plan = plan
        self._on_ready = on_ready
        self._writer = writer
        self._ask = ask
        self._words = plan.exercise.words.get(house.words.language, plan.exercise.words["en"])
        house.words.teach(self._words.lines())
        told, today = house.health.now.conditions, house.training.today()
        self._cares = [f"line_care_{one}" for one in cares(told, turn=today.repetitions)] if ask else []
        place = picture_of(plan.exercise, house.look, PLACE_PX)
        self._picture = PreparePicture(house, plan.setup, plan.sides, coach_faces(house, plan), place)
        house.ahead.first(self._picture.rehearse)
        self._choices = self._how() if ask and len(plan.exercise.assistance) > 1 else None
        self.limb_keys = self._choices is None
        if ask:
            house.hub.settle(house.clock.now_s())
        self._setting_up = SettingUp(plan.setup, plan.sides, house.hub)
        self._intro: Page | None = "goal"
        self._intro_s = 0.0
        self._wiggled = False
        self._left = False
        self._said: object = None
        self._page_s = 0.0
        self._stuck_s = 0.0
        self._trouble = ""
        self._trouble_s = 0.0
        self._pressed = False

    def feed(self, samples: Sequence[Sample], now_s: float) -> None:
        self._house.ahead.gate.begin_frame()
        if self._ask:
            self._welcome_pucks(now_s)
        if self._holding:
            return
        if self._writer is not None:
            for sample in samples:
                self._writer.write(sample)
        self._setting_up.feed(samples, now_s)

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        if self._left or self._leaving(meanings) or self._in_vain():
            self._house.stack.pop()
            return
        self._house.ahead.step(dt_s)
        if self._choices is not None:
            self._answer(self._choices.step(dt_s, meanings))
            self._picture.step(dt_s, self._view())
            return
        self._step_intro(dt_s, skip=Intention.YES in meanings)
        self._step_page(dt_s)
        self._picture.step(dt_s, self._view())
        if self._setting_up.stage is SetupStage.DONE and self._page_s >= self._ready_s:
            up = self._setting_up
            self._on_ready(
                replace(self._plan, pucks=up.bound, calibrations=up.calibrations, lead_in=up.lead_in)
            )

    def rehearse(self) -> None:
        """Cut what the first picture needs. May run on a thread of its own before the screen is shown."""
        self._draw(pygame.Surface(SIZE))

    def draw(self, surface: pygame.Surface) -> None:
        self._draw(surface)
        self._house.ahead.gate.end_frame()

    def _draw(self, surface: pygame.Surface) -> None:
        if self._choices is not None:
            self._picture.draw_beside(surface, self._view())
            self._choices.draw(surface)
            return
        caption = self._house.speaker.caption(self._house.clock.now_s())
        self._picture.draw(surface, self._view(), caption)

    # How the leg moves

    def _how(self) -> Choices:
        look = self._house.look
        last = self._plan.assistance
        ways = ways_of_help(self._plan.exercise.assistance, self._house.health.now.conditions)
        allowed = [one for one in ORDER if one in ways]
        allowed.sort(key=lambda one: one != last)
        items = [Item(one, self._help(one), picture=assistance_picture(one, look)) for one in allowed]
        return Choices(
            look,
            self._house.words,
            self._house.words("prepare.how"),
            items,
            steering=self._house.steering,
            speaker=self._house.speaker,
            area=card_area(look, CARD_WIDTH),
            back=False,
        )

    def _help(self, assistance: AssistanceName) -> str:
        """A way to move in words; what helps is named where the set-up names it."""
        named = self._words.setups[self._plan.setup.id].help
        return named if named and assistance == "assisted" else self._house.words(f"prepare.{assistance}")

    def _answer(self, taken: str | None) -> None:
        if taken is None or taken == BACK:
            self._left = taken == BACK
            return
        self._plan = replace(self._plan, assistance=cast("AssistanceName", taken))
        self._choices = None
        self.limb_keys = True

    # The pages

    @property
    def stage(self) -> SetupStage:
        """How far setting up has got."""
        return self._setting_up.stage

    @property
    def _holding(self) -> bool:
        """Before the puck is on, nothing is learned from it."""
        return self._ask and (self._choices is not None or self._intro is not None)

    @property
    def _page(self) -> Page:
        stage = self._setting_up.stage
        if self._intro is not None and (self._ask or stage in {SetupStage.SIGNAL, SetupStage.STILL}):
            return self._intro
        return PAGES[stage]

    @property
    def _gyro_doubted(self) -> bool:
        return any(known.sureness.gyro_doubted for known in self._setting_up.calibrations.values())

    @property
    def _ready_s(self) -> float:
        """How long Ready stands: longer where there is something to read on it."""
        return READ_S if self._gyro_doubted else READY_S

    @property
    def _on_keys(self) -> bool:
        """Whether the keyboard stands in for a puck."""
        pucks = self._house.hub.pucks.values()
        return bool(pucks) and all(info.name == "keyboard" for info in pucks)

    def _welcome_pucks(self, now_s: float) -> None:
        """A real puck that is switched on while the keyboard stands in takes over."""
        pucks = self._house.hub.pucks.values()
        real = sum(info.name != "keyboard" for info in pucks)
        if len(self._plan.sides) <= real < len(pucks):
            self._house.hub.settle(now_s)
            self._setting_up = SettingUp(self._plan.setup, self._plan.sides, self._house.hub)

    def _step_intro(self, dt_s: float, *, skip: bool) -> None:
        if self._intro is None:
            return
        self._intro_s += dt_s
        read = skip or self._intro_s >= READ_S
        if self._intro in INTRO and read:
            self._intro, self._intro_s = INTRO[self._intro], 0.0
        elif self._intro == "care" and read and self._cares:
            self._intro, self._intro_s = "reminders", 0.0
        elif self._intro in {"care", "reminders"} and read:
            self._intro = "puck" if self._ask and not self._on_keys else None
            self._intro_s = 0.0
        elif self._intro == "puck":
            if any(self._house.hub.has_moved(puck) for puck in PUCKS):
                self._wiggled, self._intro_s = True, 0.0
            if skip or self._intro_s >= (SETTLED_S if self._wiggled else PUCK_S):
                self._intro = None

    def _heard(self) -> tuple[bool, ...]:
        """For each puck that is wanted, whether one is heard."""
        now_s = self._house.clock.now_s()
        live = sum(self._house.hub.signal(puck, now_s) is Signal.LIVE for puck in PUCKS)
        return tuple(index < live for index in range(len(self._plan.sides)))

    def _step_page(self, dt_s: float) -> None:
        now = (self._page, self._setting_up.side, self._setting_up.repetitions)
        if now != self._said:
            before, self._said = self._said, now
            self._page_s = self._stuck_s = 0.0
            self._speak(before)
        self._page_s += dt_s
        self._stuck_s += dt_s
        self._step_trouble(dt_s)
        if self._house.scans and self._stuck_s >= STUCK_S:
            self._stuck_s = 0.0
            self._house.stack.push(StopScene(self._house, self.draw, on_end=self._leave_later))

    def _leave_later(self, reason: str) -> None:  # noqa: ARG002 - nothing has been played yet
        self._left = True

    def _leaving(self, meanings: Sequence[Meaning]) -> bool:
        if self._choices is not None:
            return False
        asked = Intention.STOP in meanings or Intention.BACK in meanings
        return asked or self._picture.wants_back(tuple(meanings))

    def _in_vain(self) -> bool:
        """Whether nothing more can come, or nothing has come for longer than the plan waits."""
        if self._setting_up.stage is SetupStage.DONE:
            return False
        patience_s = self._plan.patience_s
        return self._house.hub.ended or (patience_s is not None and self._stuck_s >= patience_s)

    def _view(self) -> View:
        page, words, up = self._page, self._house.words, self._setting_up
        own = self._words.setups[self._plan.setup.id]
        two = len(self._plan.sides) > 1
        lines: tuple[str, ...] = ()
        match page:
            case "goal":
                title, lines = (
                    self._words.name,
                    (self._words.goal, *(words(f"voice.{one}") for one in self._new())),
                )
            case "posture":
                title, lines = own.name, own.posture
            case "care":
                title = words("prepare.care")
                lines = self._words.safety
            case "reminders":
                title = words("prepare.care")
                lines = tuple(words(f"voice.{key}") for key in self._cares)
            case "signal" | "puck":
                title, lines = words("prepare.signal_two" if two else "prepare.signal"), (own.puck,)
            case "still":
                title = words("prepare.still")
                lines = (words("prepare.key_still"),) if self._on_keys else own.posture[-1:]
            case "move":
                title = words(f"prepare.move_{up.side}") if two else words("prepare.move")
                if not (two and self._on_keys):
                    lines = (own.move[int(self._page_s / MOVE_LINE_S) % len(own.move)],)
            case "done":
                title = words("prepare.done")
                lines = (words("prepare.gyro_doubted"),) if self._gyro_doubted else ()
        if self._trouble:
            lines = (self._trouble,)
        keys = self._keys() if page == "move" and self._on_keys else ()
        return View(
            page, title, lines, up.side, self._share, up.repetitions, up.position, self._heard(),
            keys, words("prepare.hold_key") if keys else "", pressed=up.position > 0.05,
        )  # fmt: skip

    @property
    def _share(self) -> float:
        """How near this page is to going on by itself, 0 to 1."""
        still = 0.0 if self._holding else self._setting_up.still_share
        return still if self._intro is None else max(still, min(self._intro_s / READ_S, 1.0))

    def _keys(self) -> tuple[str, ...]:
        """The key that moves the leg that is asked, as the keyboard names it."""
        settings = self._house.settings
        if settings.one_switch is not None:
            return (settings.one_switch,)
        limb = Key.LIMB if len(self._plan.sides) == 1 else Key(self._setting_up.side)
        own = settings.keys.get(limb.name)
        return (own or next(name for name, key in LIMB_KEYS.items() if key is limb),)

    def _step_trouble(self, dt_s: float) -> None:
        """Kind words for what keeps it from going on: not at the first twitch, and long enough to be read."""
        wanted = self._trouble_now()
        self._trouble_s += dt_s
        if wanted == self._trouble:
            self._trouble_s = 0.0 if not wanted else min(self._trouble_s, TROUBLE_STAYS_S)
        elif self._trouble_s >= (TROUBLE_STAYS_S if self._trouble else TROUBLE_AFTER_S):
            self._trouble, self._trouble_s = wanted, 0.0

    def _trouble_now(self) -> str:
        stage, trouble = self._setting_up.stage, self._setting_up.trouble
        if self._page == "signal" and self._page_s >= NO_SIGNAL_S:
            return self._house.words("prepare.no_signal")
        if self._page in {"still", "move"} and trouble is not None and trouble.value != "no_signal":
            return self._house.words(f"prepare.{trouble.value}")
        if self._page == "move" and stage is SetupStage.MOVE and self._page_s >= SMALL_IS_FINE_S:
            return self._house.words("prepare.small")
        return ""

    # What is heard

    def _speak(self, before: object) -> None:
        """Say what the page asks, once."""
        speaker, own = self._house.speaker, self._words.setups[self._plan.setup.id]
        page, side, done = self._page, self._setting_up.side, self._setting_up.repetitions
        went_back = isinstance(before, tuple) and before[0] == "move" and page == "still"
        if page == "move" and done:
            speaker.play("reached")
        else:
            speaker.hush()
        if isinstance(before, tuple) and before[0] in {"signal", "puck"}:
            speaker.play("signal_found")
        match (page, done):
            case ("goal", _):
                self._say_lines(self._words.name, self._words.goal)
                self._say(*self._new())
            case ("posture", _):
                self._say_lines(*own.posture)
            case ("care" | "reminders" as page, _):
                self._say(*(map(line_key, self._words.safety) if page == "care" else self._cares))
            case ("puck" | "signal", _):
                self._say_lines(own.puck)
            case ("still", _):
                speaker.say("same_again" if went_back else "sit_still")
            case ("move", 0):
                if len(self._plan.sides) > 1:
                    speaker.say(side)
                self._say_lines(*own.move)
                speaker.say("move_three_times")
            case ("move", 2):
                speaker.say("one_more")
            case ("done", _):
                speaker.play("calibrated")
                speaker.say("ready")

    def _new(self) -> tuple[str, ...]:
        """The prompt for what the level brings that the one before did not ask; none at the first."""
        brings = self._plan.exercise.level(self._plan.level).brings
        if brings == "start":
            return ()
        if len(self._plan.sides) == 1 and brings in {"alternation", "pairs"}:
            brings = "repetitions"
        return (f"brings_{brings}",)

    def _say_lines(self, *lines: str) -> None:
        self._say(*map(line_key, lines))

    def _say(self, *keys: str) -> None:
        for key in keys:
            self._house.speaker.say(key)
