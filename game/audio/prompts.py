"""Who speaks when: one voice, several things to say, and the caption of each."""

from dataclasses import dataclass
from enum import Enum

from game.training.spoken import LINE
from game.ui.words import Words

CAPTION_S = 1.5
"""A caption stands at least this long, and READ_WORD_S more for each of its words."""
READ_WORD_S = 0.3
"""Reading time of a word: 200 words a minute, slow for a reader without aphasia."""
SPEAK_WORD_S = 0.45
"""Time a word takes to say (about 130 a minute), where no recording tells."""
PATIENCE_S = 1.5
"""A count or a cue that could not be spoken for this long is late, and a late cue misleads: it is dropped."""
COUNT = "number_"


class Kind(Enum):
    """What a prompt is for, which decides what it may interrupt and how long it may wait."""

    URGENT = "urgent"
    MENU = "menu"
    CUE = "cue"
    COUNT = "count"
    REMARK = "remark"
    INSTRUCTION = "instruction"


URGENT = frozenset(
    {"paused", "stop", "unwell", "stop_if_unwell", "emergency", "sit_and_tell", "puck_quiet", "puck_back"}
)
MENU = frozenset(
    {"play", "choose", "settings", "who_plays", "my_progress", "go_on", "rest", "quick_start"}
    | {"back", "yes", "again", "next", "guest", "level"}
)
CUES = frozenset(
    {"your_turn", "left", "right", "lift", "hold", "hold_and_breathe", "lower_gently", "breathe_out"}
    | {"slowly", "one_more", "not_so_far", "another_movement"}
)
BRIEF = (Kind.CUE, Kind.COUNT)


def kind_of(key: str) -> Kind:
    """The kind of a prompt, from its key."""
    for keys, kind in ((URGENT, Kind.URGENT), (MENU, Kind.MENU), (CUES, Kind.CUE)):
        if key in keys:
            return kind
    if key.startswith(COUNT):
        return Kind.COUNT
    return Kind.INSTRUCTION if key.startswith(LINE) else Kind.REMARK


@dataclass(frozen=True)
class Prompt:
    """A sentence to be spoken."""

    key: str
    sentence: str
    kind: Kind
    asked_s: float

    @property
    def reading_s(self) -> float:
        """How long its caption stands."""
        return CAPTION_S + READ_WORD_S * len(self.sentence.split())


class Prompter:
    """Keeps prompts in a polite order. Pure: it is told the time and says what to speak.

    The newest prompt of a kind replaces a waiting one, so a count is never more than one behind; only
    instructions wait in order. An urgent prompt speaks at once, and so does a menu word after another.
    A sentence keeps its caption until it has been read, unless something urgent or a cue comes; a count does
    not take it, because it stands on the screen anyway.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._waiting: list[Prompt] = []
        self._now_s = 0.0
        self._speaking: Prompt | None = None
        self._spoken_until_s = 0.0
        self._shown: Prompt | None = None
        self._shown_until_s = 0.0

    @property
    def speaking(self) -> bool:
        """Whether a prompt is being spoken."""
        return self._speaking is not None and self._now_s < self._spoken_until_s

    def say(self, key: str) -> str:
        """Take a prompt and return its caption. Raises WordsError if it has no sentence."""
        prompt = Prompt(key, self._words(f"voice.{key}"), kind_of(key), self._now_s)
        if prompt.kind is Kind.URGENT:
            self._waiting.clear()
        elif prompt.kind is Kind.MENU:
            self._waiting = [other for other in self._waiting if other.kind is Kind.URGENT]
        elif prompt.kind is not Kind.INSTRUCTION:
            self._waiting = [other for other in self._waiting if other.kind is not prompt.kind]
        self._waiting.append(prompt)
        return prompt.sentence

    def step(self, now_s: float) -> Prompt | None:
        """The prompt to start speaking now, cutting off any other; None to leave the voice as it is."""
        self._now_s = now_s
        self._waiting = [
            prompt
            for prompt in self._waiting
            if prompt.kind not in BRIEF or now_s - prompt.asked_s <= PATIENCE_S
        ]
        for prompt in sorted(self._waiting, key=lambda prompt: prompt.kind not in BRIEF):
            if now_s >= self._free_s(prompt):
                self._waiting.remove(prompt)
                self._begin(prompt)
                return prompt
        return None

    def lasts(self, length_s: float) -> None:
        """Tell how long the recording of the prompt just started is."""
        self._spoken_until_s = self._now_s + length_s
        if self._shown is self._speaking:
            self._shown_until_s = max(self._shown_until_s, self._spoken_until_s)

    def caption(self, now_s: float) -> str:
        """The sentence to show, or ""."""
        return self._shown.sentence if self._shown is not None and now_s < self._shown_until_s else ""

    def hush(self) -> None:
        """Forget what is spoken, shown and waiting."""
        self._waiting.clear()
        self._speaking = self._shown = None

    def _free_s(self, prompt: Prompt) -> float:
        """When the prompt may start: at once, after the spoken one, or once the shown one has been read."""
        current = self._speaking
        if current is None or prompt.kind is Kind.URGENT:
            return self._now_s
        if prompt.kind is Kind.MENU and current.kind is Kind.MENU:
            return self._now_s
        if prompt.kind in BRIEF or current.kind in BRIEF:
            return self._spoken_until_s
        return max(self._spoken_until_s, self._shown_until_s)

    def _begin(self, prompt: Prompt) -> None:
        being_read = (
            self._shown is not None
            and self._shown.kind not in (Kind.COUNT, Kind.MENU)
            and self._now_s < self._shown_until_s
        )
        self._speaking = prompt
        self._spoken_until_s = self._now_s + SPEAK_WORD_S * len(prompt.sentence.split())
        if prompt.kind is Kind.COUNT and being_read:
            return
        self._shown = prompt
        self._shown_until_s = self._now_s + prompt.reading_s
