"""From a puck's own clock to host time.

A line's arrival is late by an ever-changing amount; the puck's clock is even, but starts anywhere and drifts.
The smallest difference seen between the two is the truest, so the offset is the running minimum of
host - device, let to rise slowly so that it can follow a puck whose clock is slow.
"""

from collections.abc import Sequence

from hardware.line_protocol import T_US_RANGE

INFINITY = float("inf")
# Two crystals drift apart by 100 ppm at most; the offset may rise by twice that.
LEAK = 200e-6
# A ceramic resonator is off by half a percent, a bare oscillator by more: drift seen is added to the leak.
MOST_DRIFT = 0.02
# The drift is looked at over spans of this length.
SPAN_S = 5.0
# A puck's clock that runs ahead of the host's by more than this over one sample was restarted; one that stays
# behind by more than this was restarted or has slept.
DISAGREEMENT_S = 3.0
# So long it has to stay behind: lines that waited while the machine or the radio stood still come in a rush,
# and each belongs to its own instant.
RUSH_S = 0.5
# A step backwards smaller than this is a late line, not a restart, and time stands still over it.
BACKWARDS_S = 0.5


class DeviceClock:
    """Turns the microseconds of one puck (32 bits, wrapping) into host seconds.

    What it gives never decreases and never lies after the arrival of the line it came with.
    """

    def __init__(self) -> None:
        self.restarts = 0
        self._last_s = -INFINITY
        self._device_s = 0.0
        self._begin(0, 0.0)

    def host_s(self, clock_us: Sequence[int], arrival_s: float) -> list[float]:
        """Host times of samples that arrived together at arrival_s, in the order the puck sent them.

        Taking them together matters after a stall: only the last of a backlog tells the offset.
        """
        device_s = [self._unwrap(raw_us, arrival_s) for raw_us in clock_us]
        times = []
        for unwrapped_s in device_s:
            self._last_s = max(self._last_s, min(unwrapped_s + self._offset_s, arrival_s))
            times.append(self._last_s)
        return times

    def _begin(self, raw_us: int, arrival_s: float) -> None:
        self._raw_us, self._arrival_s = raw_us, arrival_s
        self._offset_s = INFINITY
        self._leak = LEAK
        self._behind_since_s = INFINITY
        self._span_start_s = self._device_s
        self._span_minimum_s = self._former_minimum_s = INFINITY
        self._span_minimum_at_s = self._former_minimum_at_s = self._device_s

    def _unwrap(self, raw_us: int, arrival_s: float) -> float:
        """The puck's clock without wraps; moves the offset on."""
        if self._offset_s == INFINITY:
            self._begin(raw_us, arrival_s)
        step_us = (raw_us - self._raw_us) % T_US_RANGE
        if step_us > T_US_RANGE // 2:
            step_us -= T_US_RANGE
        step_s = step_us * 1e-6
        host_step_s = arrival_s - self._arrival_s
        restarted = step_s < -BACKWARDS_S or step_s - host_step_s > DISAGREEMENT_S
        if restarted or self._stays_behind(self._device_s + step_s, arrival_s):
            self.restarts += 1
            self._device_s += host_step_s
            self._begin(raw_us, arrival_s)
            step_s = 0.0
        self._raw_us, self._arrival_s = raw_us, arrival_s
        self._device_s += step_s
        difference_s = arrival_s - self._device_s
        if self._behind_since_s < INFINITY:
            self._span_start_s, self._span_minimum_s = self._device_s, INFINITY
        elif difference_s < self._span_minimum_s:
            self._span_minimum_s, self._span_minimum_at_s = difference_s, self._device_s
        if self._device_s - self._span_start_s >= SPAN_S:
            self._end_span()
        self._offset_s = min(self._offset_s + self._leak * max(step_s, 0.0), difference_s)
        return self._device_s

    def _stays_behind(self, device_s: float, arrival_s: float) -> bool:
        """Whether lines have been far too late for longer than a rush of them lasts."""
        if arrival_s - (device_s + self._offset_s) <= DISAGREEMENT_S:
            self._behind_since_s = INFINITY
            return False
        self._behind_since_s = min(self._behind_since_s, arrival_s)
        return arrival_s - self._behind_since_s >= RUSH_S

    def _end_span(self) -> None:
        """Follow a clock too slow for the leak: its drift shows between the minima of two spans."""
        if self._former_minimum_s < INFINITY:
            apart_s = self._span_minimum_at_s - self._former_minimum_at_s
            drift = (self._span_minimum_s - self._former_minimum_s) / max(apart_s, SPAN_S / 2)
            drift = min(max(drift, 0.0), MOST_DRIFT)
            since_s = self._device_s - self._span_minimum_at_s
            self._offset_s = max(self._offset_s, self._span_minimum_s + drift * since_s)
            self._leak = LEAK + drift
        self._former_minimum_s, self._former_minimum_at_s = self._span_minimum_s, self._span_minimum_at_s
        self._span_start_s, self._span_minimum_s = self._device_s, INFINITY
