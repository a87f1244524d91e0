"""The words records are asked and answered in. Structs only: importing this is cheap."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal, NewType

import msgspec

PlayerId = NewType("PlayerId", int)
BoutId = NewType("BoutId", int)

LimbSide = Literal["left", "right"]
BoutSide = Literal["left", "right", "both", "alternate"]
AssistanceName = Literal["passive", "assisted", "active", "resisted"]
VisionSide = Literal["left", "right", "both"]


class Player(msgspec.Struct, frozen=True):
    """Someone who plays. id is None for the guest, of whom nothing stays.

    better_vision_side: where words and faces are put for someone who sees one half better.
    """

    id: PlayerId | None
    nickname: str
    affected_side: LimbSide
    better_vision_side: VisionSide = "both"
    avatar: str = ""
    colour: str = ""


class Settings(msgspec.Struct, frozen=True):
    """How the game meets one player on one machine.

    Volumes are shares 0 to 1, keys map an intention to a key. one_switch is the name of the one key, None
    when several are used. retention_days: how long raw recordings are kept, None for ever, 0 to keep none.
    tremor: two quick steps are one. press_to_toggle: a key pressed once keeps its limb out until it is
    pressed again. display: the screen the picture stands on, 1 for the first, None if nobody was asked.
    clinic: a therapist is there, so that a little more may be asked. emergency_number: what to dial where the
    person lives, empty until it is told.
    """

    text_size: Literal["normal", "large", "largest"] = "large"
    contrast: Literal["normal", "high"] = "normal"
    reduced_motion: bool = False
    captions: bool = True
    volume_voice: float = 1.0
    volume_effects: float = 0.7
    volume_music: float = 0.5
    keys: dict[str, str] = {}
    one_switch: str | None = None
    scan_s: float = 2.0
    tremor: bool = False
    press_to_toggle: bool = False
    display: int | None = None
    language: str = "en"
    retention_days: int | None = 90
    clinic: bool = False
    emergency_number: str = ""


def parse_settings(body: str) -> Settings:
    """Settings out of their JSON; the defaults where they can no longer be read."""
    try:
        return msgspec.json.decode(body, type=Settings)
    except msgspec.MsgspecError:
        return Settings()


class BoutState(StrEnum):
    """How a bout stands. cut_short: the program ended in the middle of it; stopped: the person ended it."""

    RUNNING = "running"
    FINISHED = "finished"
    CUT_SHORT = "cut_short"
    STOPPED = "stopped"


class BoutStart(msgspec.Struct, frozen=True):
    """A bout about to begin. goal: repetitions to do, None for free play.

    zero_s is the host time at which the bout begins, or None for the start of its first repetition; times of
    repetitions are kept relative to it.
    """

    player: PlayerId | None
    exercise: str
    setup: str
    level: int
    side: BoutSide
    assistance: AssistanceName = "active"
    goal: int | None = None
    modifier: str = ""
    zero_s: float | None = None


class BoutEnd(msgspec.Struct, frozen=True):
    """How a bout ended. active_s: time spent moving or holding; reason: why it was stopped, if it was."""

    state: BoutState = BoutState.FINISHED
    score: int = 0
    stars: int = 0
    active_s: float = 0.0
    reason: str = ""


class KeptBout(msgspec.Struct, frozen=True):
    """A level played once, as it is kept. day is the local day on which it began."""

    id: BoutId
    player: PlayerId | None
    exercise: str
    setup: str
    level: int
    side: BoutSide
    assistance: AssistanceName
    modifier: str
    day: date
    started: datetime
    ended: datetime | None
    state: BoutState
    goal: int | None
    full: int
    partial: int
    score: int
    stars: int
    active_s: float
    reason: str = ""
    recording: str | None = None


class CheckIn(msgspec.Struct, frozen=True):
    """Pain and effort, 0 to 10, as the person said them; None where not asked. where: what hurts."""

    player: PlayerId | None
    moment: Literal["before", "during", "after"]
    pain: int | None = None
    effort: int | None = None
    exercise: str = ""
    bout: BoutId | None = None
    where: str = ""


class DiaryEntry(msgspec.Struct, frozen=True):
    """Something done beside play: what, with what (an aid, the weight held), for how long, who wrote it."""

    day: date
    kind: str
    detail: str = ""
    minutes: int = 0
    entered_by: Literal["person", "therapist"] = "person"


class DayTotal(msgspec.Struct, frozen=True):
    """One day of one player."""

    day: date
    repetitions: int
    full: int
    active_s: float


class LimbTotal(msgspec.Struct, frozen=True):
    """One exercise of one leg over some days, with one kind of help; the mirror and position sense are left
    out. range: mean share of own range reached.
    """

    exercise: str
    side: LimbSide
    assistance: AssistanceName
    repetitions: int
    full: int
    days: int
    range: float
    range_deg: float
    best_range_deg: float
    last_day: date


class RangePoint(msgspec.Struct, frozen=True):
    """The mean and the best range of one day, for a line on a chart."""

    day: date
    range: float
    range_deg: float
    best_range_deg: float


class History(msgspec.Struct, frozen=True):
    """What the progress screen draws. limbs covers the last 28 days, trends runs from the day asked for: a
    line for each exercise, leg and kind of help.
    """

    days: list[DayTotal]
    days_this_week: int
    repetitions_today: int
    limbs: list[LimbTotal]
    trends: dict[tuple[str, LimbSide, AssistanceName], list[RangePoint]]


class Totals(msgspec.Struct, frozen=True):
    """Everything a player ever did. Each repetition is one step of the coast path."""

    repetitions: int = 0
    full: int = 0
    days: int = 0
    bouts: int = 0
    active_s: float = 0.0
    first_day: date | None = None
    last_day: date | None = None


class RecordsNotice(msgspec.Struct, frozen=True):
    """Something that happened to the records at the start and that the player should be told.

    restored: the file was damaged and the backup of day took its place; mended: what could
    not be read was put aside row by row; emptied: there was no backup.
    Either way the damaged file is kept at `kept`.
    """

    kind: Literal["restored", "mended", "emptied"]
    kept: str
    day: date | None = None
