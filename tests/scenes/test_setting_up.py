"""Setting up before a bout."""

from game.scenes.setting_up import SettingUp, SetupStage
from game.training import catalogue
from hardware.hub import Hub
from hardware.keyboard import Key, KeyboardSource
from hardware.patient import PatientSource

FRAME_S = 1 / 60
SETUP = catalogue.load()["knee_extension"].setup()


def run(hub: Hub, setting_up: SettingUp, seconds: float, start_s: float = 0.0) -> list[SetupStage]:
    """Feed frames until done or the time is up; the stages in the order in which they came."""
    stages: list[SetupStage] = []
    for frame in range(int(seconds / FRAME_S)):
        now_s = start_s + frame * FRAME_S
        setting_up.feed(hub.drain(now_s), now_s)
        if not stages or stages[-1] is not setting_up.stage:
            stages.append(setting_up.stage)
        if setting_up.stage is SetupStage.DONE:
            break
    return stages


def opened(source: PatientSource | KeyboardSource) -> Hub:
    hub = Hub([source])
    hub.open(0.0)
    return hub


def test_one_leg_goes_from_signal_to_stillness_to_movement_to_done() -> None:
    hub = opened(PatientSource(severity="mild", seed=1))
    setting_up = SettingUp(SETUP, ("right",), hub)
    assert run(hub, setting_up, 60.0)[-3:] == [SetupStage.STILL, SetupStage.MOVE, SetupStage.DONE]
    assert setting_up.bound == {"blue": "right"}
    assert setting_up.calibrations["blue"].range_deg > 20


def test_two_legs_are_bound_one_after_the_other() -> None:
    hub = opened(PatientSource(severity="mild", seed=1))
    setting_up = SettingUp(SETUP, ("right", "left"), hub)
    run(hub, setting_up, 90.0)
    assert setting_up.bound == {"yellow": "right", "blue": "left"}
    assert set(setting_up.calibrations) == {"blue", "yellow"}


def test_swapped_pucks_are_simply_learned() -> None:
    """Right is asked first, but it is the blue puck that moves: blue is on the right leg then."""
    keyboard = KeyboardSource()
    hub = opened(keyboard)
    setting_up = SettingUp(SETUP, ("right", "left"), hub)
    now_s = 0.0
    for moved in (Key.LEFT, Key.RIGHT):
        now_s = still_then_three(hub, setting_up, keyboard, moved, now_s)
    assert setting_up.bound == {"blue": "right", "yellow": "left"}


def still_then_three(
    hub: Hub, setting_up: SettingUp, keyboard: KeyboardSource, key: Key, start_s: float
) -> float:
    """Four seconds still, then three movements of a second and a half; returns the time afterwards."""
    end_s = start_s + 4.0 + 3 * 3.5
    now_s, pressed = start_s, False
    while now_s < end_s:
        since_s = now_s - start_s - 4.0
        wanted = since_s >= 0 and since_s % 3.5 < 1.5
        if wanted != pressed:
            (keyboard.press if wanted else keyboard.release)(key, now_s)
            pressed = wanted
        setting_up.feed(hub.drain(now_s), now_s)
        now_s += FRAME_S
    keyboard.release(key, now_s)
    return now_s


def test_it_waits_for_a_signal() -> None:
    class Quiet(PatientSource):
        """A patient who is never heard."""

        def read(self, until_s: float) -> list[object]:  # type: ignore[override]
            return []

    hub = opened(Quiet())
    setting_up = SettingUp(SETUP, ("right",), hub)
    assert run(hub, setting_up, 5.0) == [SetupStage.SIGNAL]
