"""What the game costs on this machine, measured in one run: `make bench`."""
