"""The game: movement, training, records, and the screens that show them."""

import os

# What a program prints is its own: pygame greets on every import unless told not to.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
