"""The devices: what each is and how it is found; one file a device, loaded when asked for."""
