"""Tug and Ship: the toes are the water of the lock, and the ship rises on it."""
