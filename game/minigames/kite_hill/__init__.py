"""Kite Hill."""
