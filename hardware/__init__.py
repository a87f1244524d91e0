"""Where samples come from: pucks, keyboards, recordings, simulated patients. No pygame and no player."""
