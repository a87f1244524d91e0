import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.audio.prompts import CAPTION_S, CUES, MENU, PATIENCE_S, READ_WORD_S, URGENT, Kind, Prompter, kind_of
from game.ui.words import Words, WordsError

FRAME_S = 1 / 60


def spoken(
    prompter: Prompter, start_s: float, end_s: float, length_s: float = 0.6
) -> list[tuple[float, str]]:
    """Let time pass in frames; every prompt's recording lasts length_s. What was begun, and when."""
    begun = []
    for frame in range(round((end_s - start_s) / FRAME_S)):
        now_s = start_s + frame * FRAME_S
        prompt = prompter.step(now_s)
        if prompt is not None:
            prompter.lasts(length_s)
            begun.append((now_s, prompt.key))
    return begun


def keys(begun: list[tuple[float, str]]) -> list[str]:
    return [key for _, key in begun]


def test_a_prompt_is_spoken_at_the_next_step_and_its_caption_is_returned(words: Words) -> None:
    prompter = Prompter(words)
    assert prompter.say("well_done") == "Well done."
    assert spoken(prompter, 0, 0.1) == [(0, "well_done")]
    assert prompter.caption(0.1) == "Well done."


def test_a_caption_stands_until_it_can_be_read_though_the_voice_is_done(words: Words) -> None:
    prompter = Prompter(words)
    sentence = prompter.say("sit_still")
    spoken(prompter, 0, 0.1, length_s=0.2)
    reading_s = CAPTION_S + READ_WORD_S * len(sentence.split())
    assert prompter.caption(reading_s - 0.01) == sentence
    assert prompter.caption(reading_s + 0.01) == ""


def test_a_caption_stands_as_long_as_a_slow_voice_speaks(words: Words) -> None:
    prompter = Prompter(words)
    prompter.say("hold")
    spoken(prompter, 0, 0.1, length_s=6)
    assert prompter.caption(5.9) == "Hold."


def test_counts_are_never_more_than_one_behind(words: Words) -> None:
    prompter = Prompter(words)
    begun = []
    for number in range(1, 9):
        prompter.say(f"number_{number}")
        start_s = 0.3 * (number - 1)
        begun += spoken(prompter, start_s, start_s + 0.3, length_s=0.7)
        last = int(begun[-1][1].removeprefix("number_"))
        assert number - last <= 2  # the one being spoken, and the one that waits is the newest
    begun += spoken(prompter, 2.4, 4)
    assert keys(begun)[-1] == "number_8"


def test_a_late_count_or_cue_is_dropped(words: Words) -> None:
    prompter = Prompter(words)
    prompter.say("welcome")
    begun = spoken(prompter, 0, 0.1, length_s=PATIENCE_S + 1)
    prompter.say("hold")
    prompter.say("number_3")
    assert keys(begun + spoken(prompter, 0.1, 6)) == ["welcome"]


def test_instructions_wait_in_order_and_leave_time_to_read(words: Words) -> None:
    prompter = Prompter(words)
    for step in (1, 2, 3):
        prompter.say(f"line_step_{step}")
    begun = spoken(prompter, 0, 15)
    assert keys(begun) == [f"line_step_{step}" for step in (1, 2, 3)]
    assert begun[1][0] - begun[0][0] >= CAPTION_S + READ_WORD_S * 2 - FRAME_S


def test_the_newest_remark_replaces_a_waiting_one(words: Words) -> None:
    prompter = Prompter(words)
    prompter.say("welcome")
    begun = spoken(prompter, 0, 0.1)
    prompter.say("halfway")
    prompter.say("well_done")
    assert keys(begun + spoken(prompter, 0.1, 8)) == ["welcome", "well_done"]


@pytest.mark.parametrize("key", sorted(URGENT))
def test_an_urgent_prompt_cuts_in_and_clears_what_waits(words: Words, key: str) -> None:
    prompter = Prompter(words)
    prompter.say("line_step_1")
    prompter.say("line_step_2")
    spoken(prompter, 0, 0.1, length_s=3)
    prompter.say(key)
    assert spoken(prompter, 0.1, 8) == [(0.1, key)]


def test_the_menu_word_follows_the_finger(words: Words) -> None:
    prompter = Prompter(words)
    begun = []
    for frame, key in enumerate(("play", "choose", "settings")):
        prompter.say(key)
        begun += spoken(prompter, 0.1 * frame, 0.1 * (frame + 1))
    assert keys(begun) == ["play", "choose", "settings"]


def test_a_menu_word_does_not_silence_an_urgent_prompt(words: Words) -> None:
    prompter = Prompter(words)
    prompter.say("paused")
    prompter.say("go_on")
    assert keys(spoken(prompter, 0, 5)) == ["paused", "go_on"]


def test_a_count_is_heard_but_leaves_the_caption_of_a_sentence_being_read(words: Words) -> None:
    prompter = Prompter(words)
    prompter.say("halfway")
    spoken(prompter, 0, 1)
    prompter.say("number_5")
    assert keys(spoken(prompter, 1, 1.5)) == ["number_5"]
    assert prompter.caption(1.5) == "You are halfway."


def test_a_cue_takes_the_caption_because_it_matters_now(words: Words) -> None:
    prompter = Prompter(words)
    prompter.say("well_done")
    spoken(prompter, 0, 1)
    prompter.say("hold")
    spoken(prompter, 1, 1.5)
    assert prompter.caption(1.5) == "Hold."


def test_hush_forgets_everything(words: Words) -> None:
    prompter = Prompter(words)
    prompter.say("welcome")
    spoken(prompter, 0, 0.1)
    prompter.say("well_done")
    prompter.hush()
    assert prompter.caption(0.2) == ""
    assert spoken(prompter, 0.2, 5) == []


def test_a_prompt_without_a_sentence_is_an_error(words: Words) -> None:
    with pytest.raises(WordsError, match=r"voice\.nonsense"):
        Prompter(words).say("nonsense")


def test_every_key_with_its_own_manners_has_a_sentence(words: Words) -> None:
    assert words.section("voice").keys() >= (URGENT | MENU | CUES)


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(Words.load("en").section("voice"))), st.floats(0, 2)), max_size=30
    )
)
def test_whatever_is_asked_the_voice_comes_to_rest_and_counts_stay_in_order(
    asked: list[tuple[str, float]],
) -> None:
    prompter = Prompter(Words.load("en"))
    now_s, begun = 0.0, []
    for key, pause_s in asked:
        prompter.say(key)
        begun += spoken(prompter, now_s, now_s + pause_s)
        now_s += pause_s
    begun += spoken(prompter, now_s, now_s + 5 * len(asked) + 5)
    assert prompter.caption(now_s + 5 * len(asked) + 10) == ""
    counts = [key for key in keys(begun) if kind_of(key) is Kind.COUNT]
    rest = iter(key for key, _ in asked)
    assert all(count in rest for count in counts)
