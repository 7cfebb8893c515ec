"""What dev.py is made of. Nothing here is shipped with the program."""
