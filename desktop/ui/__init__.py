"""The windows. Only this package and the bootstrap know Qt."""
