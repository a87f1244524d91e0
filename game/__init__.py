"""The game: movement, training, records, and the screens that show them."""
