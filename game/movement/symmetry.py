"""How unlike two limbs are."""


def symmetry_percent(other: float, affected: float) -> float:
    """Symmetry index of two sides: (other - affected) / mean of both, in percent; 0 is symmetric.

    JPMR 2-201, table 1. Raises ValueError if both are 0.
    """
    both = 0.5 * (other + affected)
    if both == 0.0:
        raise ValueError("Neither side moved.")
    return (other - affected) / both * 100.0
