"""What breaks: power, disks, processes. Machines that try it a thousand times are run by hand; here each is short."""
