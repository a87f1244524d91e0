"""Memory that was given up goes back to the system: glibc keeps what it may use again, 100 MB after a few
pictures were built."""

import ctypes
import sys


def give_back() -> None:
    """Hand free memory back. Takes some ms, in which other threads go on; nothing without glibc."""
    if not sys.platform.startswith("linux"):
        return
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):
        return
