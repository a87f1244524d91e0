"""The Halfway Lift: stop at the half-floor, hold the door, let the guests in."""
