"""The tests of Afterview; each folder tests the package of the same name."""
