"""Samples in, position and repetitions out."""
