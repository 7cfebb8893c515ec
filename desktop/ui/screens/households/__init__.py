"""«خانوارها»: the list, and the registration of a household with all its members on one page."""
