"""Marble Table: the foot's outer edge tilts the table, and the marble rolls home."""
