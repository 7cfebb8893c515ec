"""The machine around the program: folders, logging, single instance, crash reports."""
