"""Patterns too long for a line."""


def alternatives(lines: str) -> str:
    """Alternatives of a pattern that stand on several lines, as one pattern."""
    return "|".join(line.strip() for line in lines.strip().splitlines())
