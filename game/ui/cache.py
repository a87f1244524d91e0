"""A cache of pictures that never grows past a number of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class PictureCache(Generic[Kept]):
    """Keeps what was used last; forgets what was used longest ago once bytes_max is passed."""

    def __init__(self, bytes_max: int, bytes_of: Callable[[Kept], int]) -> None:
        self.bytes_max = bytes_max
        self.bytes_kept = 0
        self._bytes_of = bytes_of
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What is kept under the key, made now if it is not there."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self._kept[key] = made
        self.bytes_kept += self._bytes_of(made)
        while self.bytes_kept > self.bytes_max and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.bytes_kept -= self._bytes_of(oldest)
        return made
