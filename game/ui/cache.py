"""A cache of pictures that never grows past a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class PictureCache(Generic[Kept]):
    """Keeps what was used last; forgets what was used longest ago once bytes_max is passed.

    May be asked from several threads; what two ask for at once may be made twice.
    """

    def __init__(self, bytes_max: int, bytes_of: Callable[[Kept], int]) -> None:
        self.bytes_max = bytes_max
        self.bytes_kept = 0
        self._bytes_of = bytes_of
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What is kept under the key, made now if it is not there."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        made = make()
        with self._lock:
            if key not in self._kept:
                self.bytes_kept += self._bytes_of(made)
            self._kept[key] = made
            while self.bytes_kept > self.bytes_max and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self.bytes_kept -= self._bytes_of(oldest)
        return made
