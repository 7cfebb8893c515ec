"""«پیشخوان»: the office at a glance and what is to be done today."""
