"""The Harbour Crane: crates from the boat to the quay."""
