"""When samples have been away for so long that nothing is carried across: what is followed begins anew."""

from collections.abc import Sequence
from itertools import pairwise

from hardware.sample import Sample

# A silence longer than this (s) may hold a whole movement; a shorter one is bridged.
GAP_S = 0.5


def longest_piece(samples: Sequence[Sample]) -> Sequence[Sample]:
    """The longest part of one puck's samples without a gap; there is at least one sample."""
    begins = [0]
    begins += [at for at in range(1, len(samples)) if samples[at].time_s - samples[at - 1].time_s > GAP_S]
    pieces = [samples[begin:end] for begin, end in pairwise([*begins, len(samples)])]
    return max(pieces, key=lambda piece: piece[-1].time_s - piece[0].time_s)
