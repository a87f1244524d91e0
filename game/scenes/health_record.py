"""What is kept of a player's health: asked once, asked each day, told where it hurts, entered by a therapist.

A guest's is kept in memory and goes with the guest.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from game.records.model import PlayerId
from game.training.diary import Kind
from game.training.exercise import Exercise, Setup
from game.training.health import (
    Condition,
    Scores,
    Where,
    hidden,
    needs_doctor,
    sore_places,
    stands,
    walking_waits,
    walks,
)
from game.training.placement import Can, able, pulls_at

if TYPE_CHECKING:
    from game.records.records import Records

NOTE = "health"
"""The name it is kept under in the records."""
SKIN_EVERY = timedelta(hours=2)
"""So often the puck comes off and the skin is looked at."""
NUMB_SKIN_EVERY = timedelta(minutes=45)
"""The same for skin that feels little (judgement)."""
LAY_LATELY = timedelta(minutes=5)
"""Someone who lay so lately sits for a minute before standing (judgement)."""


class HealthNote(msgspec.Struct, frozen=True):
    """What is kept as one note.

    asked: whether the conditions stand; False again after an illness. agreed: a doctor has agreed to play
    with what needs that. sees_both_sides: None until somebody looked. can: the answers of placement, None
    until it was asked. started: what of the diary a therapist has begun. sore: where it hurt, and when last.
    day: the day the rest is about: well was asked, dizzy and calf were answered, skin_red was seen, gate was
    confirmed. skin_at: when the skin was looked at last, or the puck put on. lay_at: when something was last
    played lying.
    """

    asked: bool = False
    conditions: frozenset[Condition] = frozenset()
    agreed: bool = False
    sees_both_sides: bool | None = None
    can: frozenset[Can] | None = None
    scores: Scores = Scores()
    started: frozenset[Kind] = frozenset()
    sore: dict[Where, date] = {}
    day: date | None = None
    well: bool = False
    dizzy: bool = False
    calf: bool = False
    skin_red: bool = False
    gate: bool = False
    skin_at: datetime | None = None
    lay_at: datetime | None = None


class HealthRecord:
    """One player's health. Read at the first look, written when it changes. clinic: a therapist is there."""

    def __init__(self, records: Records, player: PlayerId | None) -> None:
        self.clinic = False
        self._player = player
        self._records = records
        self._kept: HealthNote | None = None

    @property
    def now(self) -> HealthNote:
        """What is kept, with a new day begun if it is one."""
        if self._kept is None:
            note = None if self._player is None else self._records.note(self._player, NOTE, HealthNote)
            self._kept = note or HealthNote()
        today = self._records.today()
        if self._kept.day != today:
            self._kept = msgspec.structs.replace(
                self._kept,
                day=today,
                well=False,
                dizzy=False,
                calf=False,
                skin_red=False,
                gate=False,
                skin_at=None,
            )
        return self._kept

    def change(self, **changes: object) -> None:
        """Keep some answers."""
        self._kept = msgspec.structs.replace(self.now, **changes)
        if self._player is not None:
            self._records.save_note(self._player, NOTE, self._kept)

    # What follows

    @property
    def is_guest(self) -> bool:
        """Whether nobody is asked more than the one card of a guest."""
        return self._player is None

    @property
    def doctor_first(self) -> bool:
        """Whether a doctor has to agree before anything is played."""
        return needs_doctor(self.now.conditions) and not self.now.agreed

    def hides(self, exercise: Exercise, setup: Setup) -> bool:
        """Whether a set-up is not offered at all, for what the person has told or a therapist has found."""
        now = self.now
        if walks(exercise) and walking_waits(now.scores, now.sees_both_sides, clinic=self.clinic):
            return True
        return hidden(exercise, setup, now.conditions, clinic=self.clinic) is not None

    @property
    def can(self) -> frozenset[Can] | None:
        """What the person can do; None while nobody has asked."""
        now = self.now
        if now.can is None and now.scores == Scores():
            return None
        return able(now.can if now.can is not None else frozenset({"sit"}), now.scores)

    def sore_in(self, exercise: Exercise, setups: Iterable[Setup]) -> bool:
        """Whether every one of these set-ups pulls at a place that hurt lately."""
        sore = sore_places(self.now.sore, self._records.today())
        return bool(sore) and all(pulls_at(exercise, setup) & sore for setup in setups)

    def hurts(self, where: Where) -> None:
        """It hurts there today."""
        self.change(sore={**self.now.sore, where: self._records.today()})

    # Times

    def played(self, setup: Setup) -> None:
        """A bout has ended: the puck was on, and perhaps the person lay."""
        at = self._records.now()
        lay_at = at if setup.posture == "lying" else self.now.lay_at
        self.change(skin_at=self.now.skin_at or at, lay_at=lay_at)

    @property
    def skin_due(self) -> bool:
        """Whether the puck should come off now, and the skin be looked at."""
        since = self.now.skin_at
        if since is None:
            return False
        every = NUMB_SKIN_EVERY if "numb_skin" in self.now.conditions else SKIN_EVERY
        return self._records.now() - since >= every

    def looked_at_skin(self) -> None:
        """The skin was looked at just now."""
        self.change(skin_at=self._records.now())

    def sits_first(self, exercise: Exercise, setup: Setup) -> bool:
        """Whether the person lay a moment ago and now wants to stand."""
        lay_at = self.now.lay_at
        if lay_at is None or not stands(exercise, setup):
            return False
        return timedelta(0) <= self._records.now() - lay_at < LAY_LATELY
