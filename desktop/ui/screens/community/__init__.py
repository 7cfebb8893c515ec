"""The people and bodies the office works with: trustees, groups, agencies."""
