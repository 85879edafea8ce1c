"""What comes from the outside world: calendar files and holiday calendars."""
