"""Paper as it is cut where nobody looks at it: flat sheets of one tone, in a tenth of the time.

Most tests ask what a game does, not how its paper looks. Those that look are marked `real_paper`.
"""

import math

import pygame

from game.ui.paper import Cutout, Piece, bounds
from game.ui.theme import NIGHT, Look


def plain_cut(pieces: tuple[Piece, ...], look: Look, lift: float, window: pygame.Rect | None) -> Cutout:
    """The same outlines at the same place, with the margin that real paper has for its shadow."""
    margin = 4 + (8 if look.contrast else math.ceil(lift * 2.2))
    area = window or bounds(pieces).inflate(2 * margin, 2 * margin)
    surface = pygame.Surface(area.size, pygame.SRCALPHA, 32)
    for piece in pieces:
        outline = [(x - area.x, y - area.y) for x, y in piece.outline]
        if piece.holes:
            sheet = pygame.Surface(area.size, pygame.SRCALPHA, 32)
            pygame.draw.polygon(sheet, piece.tones.base, outline)
            for hole in piece.holes:
                pygame.draw.polygon(sheet, (0, 0, 0, 0), [(x - area.x, y - area.y) for x, y in hole])
            surface.blit(sheet, (0, 0))
        else:
            pygame.draw.polygon(surface, piece.tones.base, outline)
        if look.contrast:
            pygame.draw.lines(surface, NIGHT, True, outline, 2)
    surface.set_alpha(255, pygame.RLEACCEL)
    return Cutout(surface, (-area.x, -area.y))
