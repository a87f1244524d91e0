"""Settings: how the game meets this player. One press changes one thing, and the change is seen at once."""

from __future__ import annotations

from importlib.metadata import version
from typing import Literal, cast

import msgspec
import pygame

from game import display
from game.records.model import Player, Settings, VisionSide
from game.scenes.house import LIMB_KEYS, House
from game.scenes.my_data import MyDataScene
from game.scenes.page import PageScene
from game.scenes.therapist import TherapistScene
from game.ui.choices import BACK, Item
from game.ui.half_field import HalfField
from game.ui.marks import loudness
from game.ui.paper import Cutout, cut
from game.ui.scenery import side_mark
from hardware.keyboard import Key

Page = Literal["top", "seeing", "hearing", "moving", "keys", "about", "press"]
GROUPS = ("seeing", "hearing", "moving", "keys", "therapist", "data", "about")
KEPT_ONLY = ("therapist", "data")
"""Of a guest nothing is kept."""
TEXT_SIZES = ("normal", "large", "largest")
VISIONS: tuple[VisionSide, ...] = ("both", "left", "right")
EMERGENCY_NUMBERS = ("", "112", "911", "999", "000", "119", "110")
"""What is dialled in most countries; empty until it is told."""
SCANS_S = (1.0, 1.5, 2.0, 3.0, 4.0)
VOLUMES = (0.0, 0.35, 0.7, 1.0)
LIMBS = {"limb_key": Key.LIMB, "left_key": Key.LEFT, "right_key": Key.RIGHT}
SWITCH = "switch_key"


class SettingsScene(PageScene):
    """A page of groups, and a page for each."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._page: Page = "top"
        self._learning = ""
        self._half: HalfField | None = None
        self._show("top")

    def key_pressed(self, name: str) -> None:
        settings = self._house.settings
        if self._learning == SWITCH:
            self._keep(msgspec.structs.replace(settings, one_switch=name))
        else:
            keys = self._keys_with(LIMBS[self._learning], name)
            self._keep(msgspec.structs.replace(settings, keys=keys))
        self._show("keys", self._learning)

    def taken(self, key: str) -> None:
        match self._page:
            case "top" if key == BACK:
                self._house.stack.pop()
            case "top" if key == "data":
                self._house.stack.push(MyDataScene(self._house))
            case "top" if key == "therapist":
                self._house.stack.push(TherapistScene(self._house))
            case "top":
                self._show(cast(Page, key))
            case "press":
                self._show("keys", self._learning)
            case page if key == BACK:
                self._show("top", page)
            case "keys":
                self._key_taken(key)
            case _:
                self._change(key)

    def draw_beside(self, surface: pygame.Surface) -> None:
        if self._page == "seeing" and self._half is not None:
            self._half.draw(surface)

    # What is changed

    def _change(self, key: str) -> None:
        """The next value of a setting; keys of the page are names of settings, or of sides of the player."""
        house, settings = self._house, self._house.settings
        match key:
            case "text_size":
                size = _after(TEXT_SIZES, settings.text_size)
                self._keep(msgspec.structs.replace(settings, text_size=size))
            case "contrast":
                contrast = "normal" if settings.contrast == "high" else "high"
                self._keep(msgspec.structs.replace(settings, contrast=contrast))
            case "clinic":
                self._keep(msgspec.structs.replace(settings, clinic=not settings.clinic))
            case "emergency_number":
                number = _after(EMERGENCY_NUMBERS, settings.emergency_number)
                self._keep(msgspec.structs.replace(settings, emergency_number=number))
            case "reduced_motion":
                self._keep(msgspec.structs.replace(settings, reduced_motion=not settings.reduced_motion))
            case "display":
                screen = (display.chosen(settings.display) + 1) % display.count() + 1
                self._keep(msgspec.structs.replace(settings, display=screen))
            case "volume_voice" | "volume_effects" | "volume_music":
                louder = VOLUMES[(_loudness(getattr(settings, key)) + 1) % len(VOLUMES)]
                self._keep(msgspec.structs.replace(settings, **{key: louder}))
                self._sample(key)
            case "vision":
                side = _after(VISIONS, house.player.better_vision_side)
                self._keep_player(msgspec.structs.replace(house.player, better_vision_side=side))
            case "affected":
                side = "left" if house.player.affected_side == "right" else "right"
                self._keep_player(msgspec.structs.replace(house.player, affected_side=side))
        self._show(self._page, key)

    def _key_taken(self, key: str) -> None:
        settings = self._house.settings
        match key:
            case "scan_s":
                nearest = min(SCANS_S, key=lambda one: abs(one - settings.scan_s))
                scan_s = SCANS_S[(SCANS_S.index(nearest) + 1) % len(SCANS_S)]
                self._keep(msgspec.structs.replace(settings, scan_s=scan_s))
            case "tremor" | "press_to_toggle":
                self._keep(msgspec.structs.replace(settings, **{key: not getattr(settings, key)}))
            case _:
                self._learn(key)
                return
        self._show("keys", key)

    def _learn(self, key: str) -> None:
        if key == "one_switch" and self._house.settings.one_switch is not None:
            self._keep(msgspec.structs.replace(self._house.settings, one_switch=None))
            self._show("keys", key)
            return
        self._learning = SWITCH if key == "one_switch" else key
        self._show("press")

    def _keys_with(self, limb: Key, name: str) -> dict[str, str]:
        """The keys once a limb has this one; the limb that had it takes the other: each has a key."""
        keys = dict(self._house.settings.keys)
        for other in LIMBS.values():
            if other is not limb and self._key_of(other) == name:
                keys[other.name] = self._key_of(limb)
        return {**keys, limb.name: name}

    def _keep(self, settings: Settings) -> None:
        self._house.settings = settings
        self._house.records.save_settings(self._house.player.id, settings)
        self._house.hear()

    def _keep_player(self, player: Player) -> None:
        """A guest's sides are remembered until the guest goes."""
        self._house.player = player
        if player.id is not None:
            self._house.records.change_player(player)

    def _sample(self, key: str) -> None:
        if key == "volume_voice":
            self._house.speaker.say("well_done")
        elif key == "volume_effects":
            self._house.speaker.play("star")

    # What is shown

    def _show(self, page: Page, start: str | None = None) -> None:
        self._page = page
        self.listens_for_key = page == "press"
        words = self._house.words
        self._half = None
        match page:
            case "top":
                kept = self._house.player.id is not None
                groups = [one for one in GROUPS if kept or one not in KEPT_ONLY]
                items = [Item(one, words(f"settings.{one}")) for one in groups]
                self.ask(words("settings.title"), items, start=start)
            case "about":
                lines = [words(f"settings.about_{number}") for number in (1, 2, 3)]
                lines.append(words("settings.about_version", version=version("footfall")))
                self.ask(words("settings.about_title"), [], lines=lines)
            case "press":
                leave = Item("leave", words("settings.leave_key"))
                lines = [words(f"settings.{self._learning}"), words("settings.press_line")]
                self.ask(words("settings.press_title"), [leave], lines=lines, back=False)
            case _:
                silent = page == "hearing" and bool(self._house.speaker.troubles)
                lines = [words("settings.no_sound")] if silent else []
                self.ask(words(f"settings.{page}"), self._items(page), lines=lines, start=start)
                if page == "seeing":
                    self._half = HalfField(self._house.look, self.choices.area)

    def _items(self, page: Page) -> list[Item]:
        words, settings, player = self._house.words, self._house.settings, self._house.player
        match page:
            case "seeing":
                seeing = [
                    self._item("vision", f"vision_{player.better_vision_side}"),
                    self._item("text_size", settings.text_size),
                    self._item("contrast", settings.contrast),
                    self._item("reduced_motion", "motion_off" if settings.reduced_motion else "motion_on"),
                ]
                if display.count() > 1:
                    said = words("settings.display_number", number=display.chosen(settings.display) + 1)
                    seeing.append(Item("display", words("settings.display"), said))
                return seeing
            case "hearing":
                return [
                    self._volume(one, getattr(settings, one))
                    for one in ("volume_voice", "volume_effects", "volume_music")
                ]
            case "moving":
                mark = cut(side_mark(player.affected_side, 88), self._house.look, lift=4)
                where = "in_clinic" if settings.clinic else "at_home"
                number = settings.emergency_number or words("settings.no_number")
                return [
                    self._item("affected", player.affected_side, mark),
                    self._item("clinic", where),
                    Item("emergency_number", words("settings.emergency_number"), number),
                ]
        switch = settings.one_switch
        said = words("settings.off") if switch is None else words("settings.on", name=switch.capitalize())
        keys = [Item(one, words(f"settings.{one}"), self._key_of(LIMBS[one]).capitalize()) for one in LIMBS]
        return [
            *keys,
            Item("one_switch", words("settings.one_switch"), said),
            self._item("press_to_toggle", "press_once" if settings.press_to_toggle else "press_hold"),
            self._item("tremor", "yes" if settings.tremor else "no"),
            self._item("scan_s", f"seconds_{settings.scan_s:g}".replace(".", "_")),
        ]

    def _item(self, key: str, value: str, picture: Cutout | None = None) -> Item:
        words = self._house.words
        return Item(key, words(f"settings.{key}"), words(f"settings.{value}"), picture)

    def _volume(self, key: str, volume: float) -> Item:
        words, step = self._house.words, _loudness(volume)
        mark = loudness(step, self._house.look)
        return Item(key, words(f"settings.{key}"), words(f"settings.volume_{step}"), mark=mark)

    def _key_of(self, limb: Key) -> str:
        """The name of the key that moves a limb."""
        own = self._house.settings.keys.get(limb.name)
        return own or next(name for name, key in LIMB_KEYS.items() if key is limb)


def _after(values: tuple[str, ...], now: str) -> str:
    return values[(values.index(now) + 1) % len(values)]


def _loudness(volume: float) -> int:
    """The nearest of the four steps of loudness."""
    return min(range(len(VOLUMES)), key=lambda step: abs(VOLUMES[step] - volume))
