"""Theme, text, paper shapes, widgets, the coach figure, charts."""
