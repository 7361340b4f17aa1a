"""The parts every chart is made of: scale, lines, what lies behind and before them, stepping, and the table twin."""
