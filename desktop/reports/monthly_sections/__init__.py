"""The nineteen sections of the monthly report, one module each: `parts` makes what stands under the section's title."""
