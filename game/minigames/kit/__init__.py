"""What every mini-game is built from, one file a concern: see docs/adding-a-game.md."""
