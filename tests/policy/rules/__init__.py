"""One file for each rule: when it speaks, and when it keeps quiet."""
