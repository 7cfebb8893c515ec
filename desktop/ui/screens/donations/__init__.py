"""What is given to the office, screened before it is taken."""
