"""What holds for a speaker with a device and for one without."""

from itertools import chain
from pathlib import Path

import pygame
import pytest

from game.audio.library import Library, SoundError
from game.audio.melody import load_tunes
from game.audio.mixer import BEDS, CHANNELS, POSITIONS, RESERVED, VOICE, MixerSpeaker, open_speaker
from game.audio.silent import SilentSpeaker
from game.audio.speaker import Speaker, Volumes
from game.ui.words import Words, WordsError


@pytest.fixture(params=["mixer", "silent"])
def speaker(request: pytest.FixtureRequest, words: Words) -> Speaker:
    if request.param == "silent":
        return SilentSpeaker(words, Library())
    request.getfixturevalue("mixer")
    return MixerSpeaker(words, Library())


def run(speaker: Speaker, start_s: float, end_s: float) -> None:
    for frame in range(round((end_s - start_s) * 60)):
        speaker.step(start_s + frame / 60)


def test_a_prompt_shows_its_caption(speaker: Speaker) -> None:
    assert speaker.say("sit_still") == "Sit still for a moment."
    run(speaker, 0, 0.5)
    assert speaker.caption(0.5) == "Sit still for a moment."
    run(speaker, 0.5, 9)
    assert speaker.caption(9) == ""


def test_a_muted_voice_still_shows_its_caption(speaker: Speaker) -> None:
    speaker.volumes = Volumes(voice=0.0)
    speaker.say("hold")
    run(speaker, 0, 0.5)
    assert speaker.caption(0.5) == "Hold."


def test_counting_shows_the_number_and_says_nothing_past_the_last(speaker: Speaker) -> None:
    speaker.count(7)
    run(speaker, 0, 0.2)
    assert speaker.caption(0.2) == "Seven."
    run(speaker, 0.2, 5)
    speaker.count(100_000)
    run(speaker, 5, 5.2)
    assert speaker.caption(5.2) == ""


def test_everything_that_can_be_asked_is_answered(speaker: Speaker) -> None:
    speaker.bed("sea")
    speaker.music("home")
    speaker.prepare("band")
    speaker.play("star", volume=0.5, pan=-1.0)
    speaker.note("marimba", 5)
    speaker.note("vibraphone", 5, soft=True)
    run(speaker, 0, 2)
    speaker.bed("wind")
    speaker.music(None)
    run(speaker, 2, 4)
    speaker.bed(None)
    run(speaker, 4, 6)
    speaker.hush()
    speaker.stop_all()
    assert speaker.troubles == ()


def test_a_name_without_a_file_is_an_error_that_says_what_to_add(speaker: Speaker) -> None:
    with pytest.raises(SoundError, match="sounds/effects/nonsense"):
        speaker.play("nonsense")
    with pytest.raises(SoundError, match="sounds/instruments/nonsense"):
        speaker.note("nonsense", 0)
    with pytest.raises(SoundError, match="nonsense"):
        speaker.prepare("nonsense")
    with pytest.raises(SoundError, match="sounds/beds/nonsense"):
        speaker.bed("nonsense")
    with pytest.raises(SoundError, match="sounds/music/nonsense"):
        speaker.music("nonsense")
    with pytest.raises(WordsError, match="nonsense"):
        speaker.say("nonsense")


def test_stop_all_silences_at_once(mixer: None, words: Words) -> None:
    speaker = MixerSpeaker(words, Library())
    speaker.bed("sea")
    speaker.music("home")
    speaker.play("cheer")
    speaker.say("welcome")
    run(speaker, 0, 0.5)
    assert pygame.mixer.get_busy()
    assert pygame.mixer.music.get_busy()
    speaker.stop_all()
    assert not pygame.mixer.get_busy()
    assert not pygame.mixer.music.get_busy()
    assert speaker.caption(0.5) == ""
    run(speaker, 0.5, 3)
    assert not pygame.mixer.get_busy()


def bed_volume() -> float:
    return max(pygame.mixer.Channel(number).get_volume() for number in BEDS)


def test_the_background_gives_way_to_the_voice_and_comes_back(mixer: None, words: Words) -> None:
    speaker = MixerSpeaker(words, Library())
    speaker.bed("sea")
    run(speaker, 0, 2)
    alone = bed_volume()
    speaker.say("puck_quiet")
    run(speaker, 2, 3)
    assert bed_volume() < 0.5 * alone
    run(speaker, 3, 12)
    assert bed_volume() == pytest.approx(alone)


def test_a_new_bed_fades_in_and_the_old_one_ends(mixer: None, words: Words) -> None:
    speaker = MixerSpeaker(words, Library(), Volumes(music=1.0))
    channels = [pygame.mixer.Channel(number) for number in BEDS]
    speaker.bed("sea")
    run(speaker, 0, 2)
    first = next(channel for channel in channels if channel.get_busy())
    speaker.bed("village")
    run(speaker, 2, 2.4)
    assert all(channel.get_busy() and channel.get_volume() > 0 for channel in channels)
    run(speaker, 2.4, 4)
    assert not first.get_busy()
    assert sum(channel.get_busy() for channel in channels) == 1


def test_notes_leave_the_voice_and_the_bed_alone(mixer: None, words: Words) -> None:
    speaker = MixerSpeaker(words, Library())
    for number in range(2 * CHANNELS):
        speaker.note("band", number % 13)
    reserved = [pygame.mixer.Channel(number) for number in (VOICE, *BEDS, *chain(*POSITIONS.values()))]
    assert not any(channel.get_busy() for channel in reserved)
    others = [pygame.mixer.Channel(number) for number in range(len(reserved), CHANNELS)]
    assert all(channel.get_busy() for channel in others)
    speaker.say("hold")
    speaker.bed("sea")
    run(speaker, 0, 0.1)
    assert all(channel.get_busy() for channel in others)


def test_a_note_past_the_last_free_channel_replaces_the_oldest(mixer: None, words: Words) -> None:
    library = Library()
    speaker = MixerSpeaker(words, library)
    speaker.play("cheer")
    for _ in range(CHANNELS - RESERVED - 1):
        speaker.note("band", 5)
    lengths = [channel_length(number) for number in range(RESERVED, CHANNELS)]
    assert lengths.count(channel_length(RESERVED)) == 1
    speaker.note("band", 5)
    assert len({channel_length(number) for number in range(RESERVED, CHANNELS)}) == 1


def channel_length(number: int) -> float:
    sound = pygame.mixer.Channel(number).get_sound()
    assert sound is not None
    return sound.get_length()


def test_each_volume_governs_its_own(mixer: None, words: Words) -> None:
    speaker = MixerSpeaker(words, Library(), Volumes(voice=0.5, effects=0.0, music=0.0))
    speaker.bed("sea")
    speaker.music("home")
    speaker.say("hold")
    run(speaker, 0, 0.3)
    assert bed_volume() == 0
    assert pygame.mixer.music.get_volume() == 0
    assert pygame.mixer.Channel(VOICE).get_volume() == pytest.approx(0.5, abs=0.01)


def test_no_audio_device_is_silence_with_captions_and_a_reason(
    words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    speaker = open_speaker(words)
    assert isinstance(speaker, SilentSpeaker)
    assert "There is no sound" in speaker.troubles[0]
    speaker.say("welcome")
    speaker.step(0)
    assert speaker.caption(0.1) == "Welcome to Footfall Island."


def test_a_file_that_is_no_sound_is_reported_and_its_caption_still_shown(
    mixer: None, words: Words, tmp_path: Path
) -> None:
    (tmp_path / "hold.wav").write_bytes(b"not a sound")
    speaker = open_speaker(words, own_voice=tmp_path)
    speaker.say("hold")
    run(speaker, 0, 0.3)
    assert speaker.caption(0.3) == "Hold."
    assert "hold.wav" in speaker.troubles[0]


def test_every_tune_can_be_played(speaker: Speaker) -> None:
    for tune in load_tunes().values():
        for index in tune.notes:
            speaker.note(tune.instrument, index)
