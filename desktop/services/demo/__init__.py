"""A fictional office full of fictional people, for looking around, teaching, pictures and measurements."""
