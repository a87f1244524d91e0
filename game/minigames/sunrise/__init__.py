"""Sunrise: reach and stay; the sun unfolds its light while you are still."""
