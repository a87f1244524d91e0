"""Play: the mini-game, and beside it the gauge, the count, the coach, the caption and Stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.audio.melody import Melody, load_tunes
from game.bout.live import LiveBout, Outcome, RepetitionKeeper, SampleWriter
from game.bout.plan import BoutPlan
from game.bout.play import Happening
from game.intentions import Intention, Meaning, Point
from game.minigames.stage import MiniGame
from game.movement.events import Phase
from game.scene import Scene
from game.scenes.bout_picture import take_picture
from game.scenes.house import House
from game.scenes.play_voice import PlayVoice
from game.scenes.stop import StopScene
from game.training.exercise import Side
from hardware.sample import Sample

FINALE_S = 2.5
"""How long the finished picture stands before the results come."""
LEAST_TARGET = 0.05
"""No target lies nearer to rest than this, for the sound of the way to it."""
PAN: dict[Side, float] = {"left": -0.6, "right": 0.6}
"""Two legs are heard on their own sides."""
RESTED_S = 12.0
"""With one switch or a puck nobody can press Esc: once the limb has rested so long, the stop card comes."""


class PlayScene(Scene):
    """Plays one bout and hands its outcome to `on_end`."""

    limb_keys = True

    def __init__(
        self,
        house: House,
        plan: BoutPlan,
        keeper: RepetitionKeeper,
        writer: SampleWriter | None,
        on_end: Callable[[Outcome, MiniGame], None],
    ) -> None:
        self._house = house
        self._plan = plan
        self._on_end = on_end
        self._bout = LiveBout(plan, house.hub, keeper, writer)
        picture = take_picture(house, plan)
        self._game, self._hud = picture.game, picture.hud
        self._tune = load_tunes()[self._game.tunes[plan.level % len(self._game.tunes)]]
        self._melody = Melody(self._tune)
        self._stopped = False
        self._waiting = False
        self._finale_s: float | None = None
        self._rested_s = 0.0
        self._told = ""
        self._voice = PlayVoice(plan, house.words, house.speaker.say)

    @property
    def bout(self) -> LiveBout:
        """The bout that is played."""
        return self._bout

    def enter(self) -> None:
        self._house.speaker.bed(self._game.bed)
        self._house.speaker.prepare(self._tune.instrument)
        self._rested_s = 0.0
        if self._stopped:
            self._stopped = False
            self._bout.resume(self._house.clock.now_s())
        if not self._bout.over:
            self._house.speaker.say("your_turn")

    def leave(self) -> None:
        self._house.speaker.bed(None)

    def feed(self, samples: Sequence[Sample], now_s: float) -> None:
        if self._finale_s is not None:
            return
        was_waiting, self._waiting = self._waiting, self._bout.lost(now_s)
        if self._waiting and not was_waiting:
            # The movement under way is left open: what was only late belongs to it, and a true gap ends it.
            self._house.speaker.say("puck_quiet")
        elif was_waiting and not self._waiting:
            self._house.speaker.say("puck_back")
        self._bout.feed(samples, now_s)

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        play = self._bout.play
        self._rested_s = 0.0 if self._moves() else self._rested_s + dt_s
        if self._finale_s is None and (self._stop_meant(meanings) or self._rests_long()):
            self._stop()
            return
        play.over = self._bout.over
        play.paused = self._waiting and not play.over
        self._hear()
        self._sound_positions()
        self._voice.step(play)
        self._tell_position()
        self._game.step(dt_s, play)
        self._hud.step(dt_s, play, waiting=play.paused)
        self._bout.begin_step()
        self._step_end(dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        caption = self._house.speaker.caption(self._house.clock.now_s())
        if self._house.records_busy:
            caption = self._house.words("play.records_busy")
        elif self._plan.modifier == "position" and not self._bout.over:
            caption = self._house.words(f"play.{self._position_word()}")
        self._draw(surface, caption)

    def _draw_halted(self, surface: pygame.Surface) -> None:
        self._draw(surface, "")

    def _draw(self, surface: pygame.Surface, caption: str) -> None:
        self._game.draw(surface)
        self._hud.draw(surface, self._bout.play, caption)

    def _stop_meant(self, meanings: Sequence[Meaning]) -> bool:
        return any(
            meaning in {Intention.STOP, Intention.BACK}
            or (
                isinstance(meaning, Point)
                and meaning.chosen
                and self._hud.stop_rect.collidepoint(meaning.x, meaning.y)
            )
            for meaning in meanings
        )

    def _moves(self) -> bool:
        """Whether a limb is on its way. While a puck is quiet nobody can tell, and nothing can be done."""
        return not self._waiting and any(
            limb.phase is not Phase.REST for limb in self._bout.play.limbs.values()
        )

    def _rests_long(self) -> bool:
        return self._house.scans and self._rested_s >= RESTED_S

    def _stop(self) -> None:
        """Everything halts: only the top of the stack is fed and stepped."""
        self._stopped = True
        self._house.speaker.stop_all()
        self._house.stack.push(StopScene(self._house, self._draw_halted, on_end=self._bout.stop))

    def _hear(self) -> None:
        """Every counted repetition is the next note of the tune and a spoken number."""
        for happened in self._bout.play.happened:
            if happened.what in {Happening.FULL, Happening.PARTIAL}:
                note = self._melody.next(full=happened.what is Happening.FULL)
                self._house.speaker.note(note.instrument, note.index, note.soft)
                self._house.speaker.count(happened.number)

    def _sound_positions(self) -> None:
        """The limb that is asked is heard as well as seen: where it is, and when it is in its target."""
        play = self._bout.play
        if play.paused or play.over or play.hidden:
            return
        for side, limb in play.limbs.items():
            if limb.asked and limb.live:
                pan = PAN[side] if len(play.limbs) > 1 else 0.0
                self._house.speaker.follow(
                    self._game.moves, side, limb.position / max(limb.target, LEAST_TARGET), pan
                )

    def _position_word(self) -> str:
        return "find" if self._bout.finding else "feel"

    def _tell_position(self) -> None:
        """Position sense: say when a place is shown, and when it is to be found without seeing."""
        if self._plan.modifier != "position" or self._bout.over:
            return
        word = self._position_word()
        if word != self._told:
            self._told = word
            self._house.speaker.say(f"position_{word}")

    def _step_end(self, dt_s: float) -> None:
        if not self._bout.over:
            return
        outcome = self._bout.outcome()
        if outcome.reason:
            self._on_end(outcome, self._game)  # Nobody cheers for someone who is unwell.
            return
        if self._finale_s is None:
            self._finale_s = 0.0
            self._game.finish()
        self._finale_s += dt_s
        if self._finale_s >= FINALE_S:
            self._on_end(outcome, self._game)
