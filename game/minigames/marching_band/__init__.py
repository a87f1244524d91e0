"""The Marching Band: the drum major's knees are the player's."""
