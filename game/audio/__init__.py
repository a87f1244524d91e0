"""Sounds, voice and captions."""
