"""Where samples come from: pucks, keyboards, recordings, simulated patients. Knows no pygame and no player."""
