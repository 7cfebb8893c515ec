"""Credits and what was spent of them, projects, what was asked for, and the sums."""
