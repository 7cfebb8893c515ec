"""The words of the command line, thin over the services."""
