"""The house: the shared parts that every screen may use."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.audio.speaker import Speaker, Volumes
from game.clock import Clock
from game.records.model import Player, Settings
from game.scene import SceneStack
from game.scenes.ahead import Ahead
from game.scenes.health_record import HealthRecord
from game.scenes.pictures import Pictures
from game.scenes.training_record import TrainingRecord
from game.training.catalogue import Catalogue
from game.ui.focus import Steering
from game.ui.theme import Look
from game.ui.words import Words
from hardware.hub import Hub
from hardware.keyboard import Key, KeyboardSource

if TYPE_CHECKING:
    from game.records.records import Records
    from game.scenes.bout_picture import BoutPicture
    from game.scenes.bout_recording import BoutRecording
    from game.ui.island_view import IslandView

LIMB_KEYS: dict[str, Key] = {
    "space": Key.LIMB,
    "left": Key.LEFT,
    "right": Key.RIGHT,
    "up": Key.UP,
    "down": Key.DOWN,
}
GUEST = Player(None, nickname="guest", affected_side="right")
RETRY_S = 1.0
"""So often the records are tried again while another program holds them."""
TEXT_SCALES = {"normal": 1.0, "large": 1.15, "largest": 1.3}


@dataclass
class House:
    """What the screens share. player and settings change when someone else plays; `meet` does both.

    island: the picture behind the menus, once there is one. recording: what writes samples down just now.
    ahead: builds the picture of the next bout. by_puck: the last thing meant was said with a puck.
    """

    clock: Clock
    hub: Hub
    records: Records
    catalogue: Catalogue
    words: Words
    speaker: Speaker
    keyboard: KeyboardSource | None
    player: Player
    settings: Settings
    pictures: Pictures | None = None
    recording: BoutRecording | None = None
    island: IslandView | None = None
    by_puck: bool = False
    stack: SceneStack = field(default_factory=SceneStack)
    ahead: Ahead[BoutPicture] = field(default_factory=lambda: Ahead(lambda picture: picture.close()))
    _training: TrainingRecord | None = field(default=None, init=False, repr=False)
    _settled_s: float = field(default=-math.inf, init=False, repr=False)

    @property
    def training(self) -> TrainingRecord:
        """What is kept of this player's training."""
        if self._training is None or self._training.player != self.player.id:
            self._training = TrainingRecord(self.records, self.catalogue, self.player.id)
        self._training.health.clinic = self.settings.clinic
        return self._training

    @property
    def health(self) -> HealthRecord:
        """What is kept of this player's health."""
        return self.training.health

    @property
    def records_busy(self) -> bool:
        """Whether something waits in memory until the records can be written again."""
        return self.records.busy

    def settle(self, now_s: float) -> None:
        """Try to write what waits, every RETRY_S at most."""
        if self.records.busy and now_s - self._settled_s >= RETRY_S:
            self._settled_s = now_s
            self.records.settle()

    @property
    def look(self) -> Look:
        """What this player needs of the picture."""
        return Look(
            contrast=self.settings.contrast == "high",
            reduced_motion=self.settings.reduced_motion,
            text_scale=TEXT_SCALES[self.settings.text_size],
            better_side=self.player.better_vision_side,
        )

    @property
    def scans(self) -> bool:
        """Whether choices come in turn: for one switch, and for who has a puck's "yes" and nothing else."""
        return self.settings.one_switch is not None or self.by_puck

    @property
    def steering(self) -> Steering:
        """How this player reaches a choice."""
        return Steering(self.scans, self.settings.scan_s, self.settings.tremor)

    def limb_key(self, name: str) -> Key | None:
        """The limb that a key of that name moves, None if it moves none."""
        if name == self.settings.one_switch:
            return Key.LIMB
        for key, own in self.settings.keys.items():
            if own == name and key in Key.__members__:
                return Key[key]
        return LIMB_KEYS.get(name)

    def meet(self, player: Player) -> None:
        """Someone else plays from now on."""
        self.player = player
        self._training = None
        self.settings = self.records.settings(player.id)
        self.hear()

    def close(self) -> None:
        """Let go of pucks, sound and records."""
        self.speaker.stop_all()
        self.ahead.close()
        if self.recording is not None:
            self.recording.close()
        self.hub.close()
        self.records.close()

    def hear(self) -> None:
        """Let the settings of sound take effect."""
        self.speaker.volumes = Volumes(
            self.settings.volume_voice, self.settings.volume_effects, self.settings.volume_music
        )
