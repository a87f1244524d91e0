"""How Footfall's sounds are made; not needed to play."""
