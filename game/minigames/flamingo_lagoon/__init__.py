"""Flamingo Lagoon: stand on one leg; while you are still the water grows calm and the fish come close."""
