"""The command line: what it takes, and how it refuses."""

import pytest

import main


def parsed(*words: str) -> dict[str, object]:
    return vars(main.parser().parse_args(main.joined(words)))


@pytest.mark.parametrize(
    "words",
    [
        ("--data-dir", "d", "--windowed", "play", "--exercise", "knee_extension"),
        ("play", "--exercise", "knee_extension", "--data-dir", "d", "--windowed"),
        ("--windowed", "play", "--exercise", "knee_extension", "--data-dir", "d"),
    ],
)
def test_shared_options_stand_before_or_after_the_verb(words: tuple[str, ...]) -> None:
    arguments = parsed(*words)
    assert str(arguments["data_dir"]) == "d"
    assert arguments["windowed"] == (1280, 720)


def test_a_window_has_a_size() -> None:
    assert parsed("--windowed=800x600")["windowed"] == (800, 600)
    assert parsed("--windowed", "800x600", "play", "--exercise", "walking")["windowed"] == (800, 600)


@pytest.mark.parametrize(
    "words",
    [
        ["play"],
        ["play", "--exercise", "knee_extension", "--repetitions", "many"],
        ["play", "--exercise", "knee_extension", "--seconds", "-1"],
        ["play", "--exercise", "knee_extension", "--level", "one"],
        ["--windowed=huge"],
        ["analyse", "x.csv"],
        ["dance"],
    ],
)
def test_bad_arguments_end_with_one_line_and_code_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refusal:
        main.main(words)
    assert refusal.value.code == 2
    assert capsys.readouterr().err.strip().count("\n") == 0
