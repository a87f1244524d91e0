"""Practice: the plain way to do any exercise."""
