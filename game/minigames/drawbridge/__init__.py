"""The Drawbridge."""
