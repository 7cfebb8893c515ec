"""Who looks over the office's shoulder, who works in it and by which contract and directive."""
