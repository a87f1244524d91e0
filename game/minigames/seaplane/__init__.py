"""The Seaplane: toes up, nose up, along the coast."""
