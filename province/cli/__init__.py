"""The words of `tashilgar-province`: JSON lines out, Persian sentences for people, exit codes as of `tashilgar`."""
