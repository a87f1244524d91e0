"""A bout under way: what is to be played, what is told of it in each step, the bout itself. No pygame."""
