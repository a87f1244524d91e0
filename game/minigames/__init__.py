"""One file a game, and the stage they are all built from."""
