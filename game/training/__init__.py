"""The exercises, their levels, what is asked next."""
