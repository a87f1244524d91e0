"""The Lighthouse: sweep the beam slowly to find the boats."""
