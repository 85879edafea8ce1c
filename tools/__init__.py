"""What `make` runs: the environment, the pages' build, and the programs that tests need."""
