"""The room of the program itself."""
