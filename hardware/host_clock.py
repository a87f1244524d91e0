"""The host's own clock, which every sample is stamped with: it goes on while the machine sleeps.

A clock that stands still in sleep would join the sample before it to the one after it, as if the limb had
leapt in between.
"""

import sys
import time

if sys.platform == "linux":

    def host_s() -> float:
        """Seconds on the machine's clock; only differences mean anything."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":

    def host_s() -> float:
        """Seconds on the machine's clock; only differences mean anything."""
        return time.clock_gettime(time.CLOCK_MONOTONIC)

else:

    def host_s() -> float:
        """Seconds on the machine's clock; only differences mean anything."""
        return time.perf_counter()
