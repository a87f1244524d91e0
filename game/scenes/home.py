"""Home: the island from the sea, the bottom of every evening."""

from __future__ import annotations

from typing import Literal

from game.records.glance import Glance
from game.records.model import PlayerId
from game.scenes.house import GUEST, House
from game.scenes.page import PageScene, island_of
from game.training.dose import DoseRoom
from game.training.suggestions import Suggestion
from game.ui.avatar import avatar
from game.ui.choices import Item, card_area
from game.ui.home_island import HOME_CARD_PX

Page = Literal["main", "leave", "notice"]


class HomeScene(PageScene):
    """Greets whoever plays and leads everywhere else.

    first: a glance at the records with which the first picture is drawn before they are opened. `open_house`
    is called once they are.
    """

    def __init__(self, house: House, first: Glance | None = None) -> None:
        super().__init__(house)
        self._open = first is None
        self._page: Page = "main"
        self._steps = first.steps if first else 0
        self._today = first.repetitions_today if first else 0
        self._days = first.days_this_week if first else 0
        self._play: Suggestion | None = None
        self._room = DoseRoom.OPEN
        self._walker: PlayerId | None = None
        self._notices: list[tuple[str, tuple[str, ...]]] = []
        if first is not None:
            self._show_island()
        self._ask_main()

    def enter(self) -> None:
        if not self._open:
            return
        self._refresh()
        island_of(self._house).enliven()
        self._house.speaker.bed("sea")
        self._house.speaker.music("home")

    def leave(self) -> None:
        self._house.speaker.music(None)
        self._house.speaker.bed(None)

    def open_house(self) -> None:
        """The records are open: tell what happened to them, and let everything be chosen."""
        self._open = True
        self._notices = self._found()
        self.enter()
        self._house.speaker.say("welcome")

    def taken(self, key: str) -> None:
        match self._page:
            case "notice":
                self._notices.pop(0)
                self._show("main")
            case "leave":
                if key == "leave_yes":
                    self._house.stack.clear()
                else:
                    self._show("main")
            case "main":
                self._go(key)

    def _go(self, key: str) -> None:
        """Where a choice of the main card leads. What is behind it is loaded only now."""
        house = self._house
        match key:
            case "play":
                self._begin_play()
            case "choose":
                from game.scenes.choose import ChooseScene

                house.stack.push(ChooseScene(house))
            case "progress":
                from game.scenes.progress import ProgressScene

                house.stack.push(ProgressScene(house))
            case "diary":
                from game.scenes.diary import DiaryScene

                house.stack.push(DiaryScene(house))
            case "quick":
                from game.scenes.quick import QuickScene

                house.records.begin_guest()
                house.meet(GUEST)
                house.stack.push(QuickScene(house))
            case "who":
                from game.scenes.who import WhoScene

                house.stack.push(WhoScene(house))
            case "settings":
                from game.scenes.settings import SettingsScene

                house.stack.push(SettingsScene(house))
            case "leave" | "back":
                self._show("leave")

    def _begin_play(self) -> None:
        from game.scenes.choose import ChooseScene
        from game.scenes.health import ask_once
        from game.scenes.today import TodayScene

        def go_on(done: bool) -> None:
            if done:
                self._play = self._suggested()
                self._house.stack.push(
                    ChooseScene(self._house) if self._play is None else TodayScene(self._house)
                )

        ask_once(self._house, go_on)

    def _refresh(self) -> None:
        """Look again at what the player has done."""
        house = self._house
        if house.player.id is None:
            self._steps = self._days = self._today = 0
            self._play, self._room = None, DoseRoom.OPEN
        else:
            today = house.training.today()
            self._steps = house.records.totals(house.player.id).repetitions
            self._days, self._today = today.days_this_week, today.repetitions
            self._room = today.room
            self._play = self._suggested()
        self._show_island()
        self._show("main")

    def _suggested(self) -> Suggestion | None:
        """What the flag shows: what the plan has next, or the first suggestion with a game of its own."""
        if self._steps == 0 and self._house.health.can is None:
            return None  # Nobody has asked yet what this person can do.
        offered = self._house.training.suggestions()
        if offered and offered[0].reason == "plan":
            return offered[0]
        own = [one for one in offered if self._house.catalogue[one.exercise].minigame != "practice"]
        return next(iter([*own, *offered]), None)

    def _show_island(self) -> None:
        view = island_of(self._house, repetitions_today=self._today)
        view.walk(self._steps, at_once=self._walker != self._house.player.id)
        self._walker = self._house.player.id
        view.flag_at = None
        if self._play is not None:
            view.flag_at = self._house.catalogue[self._play.exercise].place

    def _show(self, page: Page) -> None:
        if page == "main" and self._notices:
            self._page = "notice"
            title, lines = self._notices[0]
            self.ask(title, [self._item("go_on")], lines=lines, back=False)
        elif page == "leave":
            self._page = page
            self.ask(self._house.words("home.leave_title"), self._items("stay", "leave_yes"), back=False)
        else:
            self._page = "main"
            self._ask_main()

    def _ask_main(self) -> None:
        house, words = self._house, self._house.words
        area = card_area(house.look, HOME_CARD_PX)
        if house.player.id is None:
            items = self._items("quick", "choose", "who", "settings", "leave")
            self.ask(words("home.welcome"), items, lines=(words("home.no_steps"),), back=False, area=area)
            return
        # Until it is known, its line is kept free, so that nothing moves when it comes.
        playing = house.catalogue[self._play.exercise].words[words.language].game if self._play else " "
        items = [
            Item("play", words("home.play"), playing, voice="play"),
            *self._items("choose", "progress", "diary", "quick", "who", "settings", "leave"),
        ]
        title = words("home.hello", name=house.player.nickname)
        self.ask(title, items, lines=self._done(), back=False, area=area)

    def _done(self) -> tuple[str, ...]:
        words = self._house.words
        if self._steps == 0:
            return (words("home.no_steps"),)
        if self._room is not DoseRoom.OPEN:
            return (words("home.enough"), words("home.rest"))
        steps = words("home.one_step") if self._steps == 1 else words("home.steps", count=self._steps)
        if self._days == 0:
            return (steps,)
        days = words("home.one_day") if self._days == 1 else words("home.days", count=self._days)
        return (steps, days)

    def _items(self, *keys: str) -> list[Item]:
        return [self._item(key) for key in keys]

    def _item(self, key: str) -> Item:
        words = self._house.words
        value = words("home.quick_value") if key == "quick" else ""
        spoken = {"choose": "choose", "progress": "my_progress", "quick": "quick_start"}
        spoken |= {"who": "who_plays", "settings": "settings", "go_on": "go_on"}
        picture = None
        if key == "who" and self._house.player.id is not None:
            picture = avatar(self._house.player.avatar, self._house.look)
        return Item(key, words(f"home.{key}"), value, picture, spoken.get(key))

    def _found(self) -> list[tuple[str, tuple[str, ...]]]:
        """What the last run left behind: bouts cut short, records that had to be mended."""
        words, records = self._house.words, self._house.records
        found: list[tuple[str, tuple[str, ...]]] = []
        notice = records.notice
        if notice is not None:
            done = (
                words("home.restored_kept", day=notice.day.isoformat() if notice.day else "")
                if notice.kind == "restored"
                else words("home.mended_kept" if notice.kind == "mended" else "home.damaged_kept")
            )
            found.append((words("home.kept_title"), (words(f"home.{notice.kind}"), done)))
        found += [
            (words("home.left_out_title"), (words("home.left_out"), wrong))
            for wrong in self._house.catalogue.left_out
        ]
        for bout in records.cut_short():
            kept = bout.full + bout.partial
            line = words("home.cut_short_one") if kept == 1 else words("home.cut_short_kept", count=kept)
            found.append((words("home.kept_title"), (words("home.cut_short"), line)))
        return found
