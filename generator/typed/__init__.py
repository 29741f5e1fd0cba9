"""What was typed in a file, and where: YAML read, its mistakes named, its values validated."""
