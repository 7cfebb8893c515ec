"""The acceptance scenarios of domain.md §6.5, walked in the window as a user walks them: with keys."""
