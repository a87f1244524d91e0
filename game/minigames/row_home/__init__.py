"""Row Home: draw the knee in to pull the oar."""
