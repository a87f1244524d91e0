"""The ways by which bytes of a device reach this computer; each loaded when asked for."""
