"""What must stay fast, measured as ratios in one run: `make bench`."""
