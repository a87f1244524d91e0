"""The picture everything is drawn on, and the column of it that the HUD takes."""

import pygame

from game.ui.theme import Look

SIZE = (1920, 1080)
HUD_WIDTH = 360
"""The HUD's column, on the side of the player's better vision; nothing that matters is drawn under it."""


def free_of_hud(look: Look) -> pygame.Rect:
    """The part of the picture that the HUD leaves."""
    left = HUD_WIDTH if look.better_side == "left" else 0
    return pygame.Rect(left, 0, SIZE[0] - HUD_WIDTH, SIZE[1])
