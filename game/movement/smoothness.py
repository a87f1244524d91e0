"""Smoothness of a movement from its speed: SPARC and the log dimensionless jerk. Nearer zero is smoother.

Both are meant for a speed that starts and ends near zero. Pauses spoil them: trim a movement to its phases
first (`trimmed`). For a rotation the speed is that of the gyroscope; do not use a speed got by integrating
acceleration.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

# Movement of a limb lies below this frequency, tremor included (Balasubramanian et al. 2015 use 10 to 20 Hz).
CUTOFF_HZ = 10.0
# The spectrum counts up to the last frequency that reaches this share of its greatest magnitude.
THRESHOLD = 0.05
# The transform is made finer by filling up with zeros to this power of two beyond the length.
PADDING = 4
# A phase lasts from where the speed passes this share of its peak to where it falls below it for good.
TRIM_SHARE = 0.07
# Fewer readings than this have no shape.
LEAST_SAMPLES = 8

Speed = Sequence[float] | npt.NDArray[np.float64]


def sparc(speed: Speed, rate_hz: float) -> float:
    """Spectral arc length of a speed profile: (N,) in any unit, evenly sampled at rate_hz.

    -sum sqrt((df / (f_end - f_0))^2 + dM^2), M the magnitude of the Fourier transform over its greatest value
    (Balasubramanian, Melendez-Calderon, Roby-Brami & Burdet 2015). Independent of amplitude and duration.
    Raises ValueError for fewer than LEAST_SAMPLES readings or a speed that is zero throughout.
    """
    values = _checked(speed)
    length = 2 ** (int(np.ceil(np.log2(len(values)))) + PADDING)
    magnitude = np.abs(np.fft.rfft(values, length))
    within = magnitude[: int(CUTOFF_HZ * length / rate_hz) + 1] / magnitude.max()
    above = np.flatnonzero(within >= THRESHOLD)
    within = within[above[0] : above[-1] + 1]
    if len(within) < 2:
        return 0.0
    return -float(np.sum(np.hypot(1.0 / (len(within) - 1), np.diff(within))))


def ldlj(speed: Speed, rate_hz: float) -> float:
    """Log dimensionless jerk of a speed profile: (N,) in any unit, evenly sampled at rate_hz.

    -ln(T^3 / v_peak^2 * integral of v''^2 dt) (Hogan & Sternad 2009, as in Balasubramanian et al. 2015).
    Raises ValueError as `sparc`.
    """
    values = _checked(speed)
    step_s = 1.0 / rate_hz
    jerk = np.diff(values, 2) / step_s**2
    duration_s = len(values) * step_s
    return -float(np.log(duration_s**3 / values.max() ** 2 * np.sum(jerk**2) * step_s))


def smoothness(times_s: Sequence[float], speed: Sequence[float]) -> tuple[float, float] | None:
    """SPARC and LDLJ of one phase of a movement as it was sampled; None if it is too short to have any."""
    try:
        values, rate_hz = even(times_s, speed)
        values = trimmed(values)
        return sparc(values, rate_hz), ldlj(values, rate_hz)
    except ValueError:
        return None


def trimmed(speed: Speed) -> npt.NDArray[np.float64]:
    """The speed from its first to its last reading above TRIM_SHARE of its peak."""
    values = np.asarray(speed, dtype=np.float64)
    moving = np.flatnonzero(values >= TRIM_SHARE * values.max(initial=0.0))
    return values[moving[0] : moving[-1] + 1] if len(moving) else values


def even(times_s: Speed, values: Speed) -> tuple[npt.NDArray[np.float64], float]:
    """Readings at uneven times laid on an even grid of the same number: values and rate_hz.

    Raises ValueError for fewer than LEAST_SAMPLES readings or times that do not advance.
    """
    times = np.asarray(times_s, dtype=np.float64)
    if len(times) < LEAST_SAMPLES or times[-1] <= times[0]:
        raise ValueError("A movement of so few readings has no smoothness.")
    grid = np.linspace(times[0], times[-1], len(times))
    rate_hz = (len(times) - 1) / float(times[-1] - times[0])
    return np.interp(grid, times, np.asarray(values, dtype=np.float64)), rate_hz


def _checked(speed: Speed) -> npt.NDArray[np.float64]:
    values = np.asarray(speed, dtype=np.float64)
    if len(values) < LEAST_SAMPLES or not values.max() > 0.0:
        raise ValueError("A movement of so few readings, or of none that move, has no smoothness.")
    return values
