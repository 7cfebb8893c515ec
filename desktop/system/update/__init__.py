"""How a newer program comes onto the machine from a stick: the signed package, folders of versions, the way back."""
