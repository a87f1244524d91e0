"""What is kept: players, settings, calibrations, bouts, repetitions. Importing this package costs nothing.

The way in is `game.records.records.Records`; `game.records.glance` reads enough for the first picture.
"""
