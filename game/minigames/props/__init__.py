"""Things of paper that games and landmarks share: people, animals, boats, houses, plants, things.

Each is a function that gives sheets about the point the thing stands on (0, 0), beside an adult of 160 px.
paper.placed scales and turns it, way.faced shows it in a mirror. What the island itself is made of lies
below, in ui/scenery.py.
"""
