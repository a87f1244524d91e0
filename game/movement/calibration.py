"""Calibration: what is learnt of a person, and how. The one place the rest of the game imports it from."""

from game.movement.learner import Learner, LearnerStage, learn
from game.movement.learnt import Calibration, CalibrationRefused, Trouble

__all__ = ["Calibration", "CalibrationRefused", "Learner", "LearnerStage", "Trouble", "learn"]
