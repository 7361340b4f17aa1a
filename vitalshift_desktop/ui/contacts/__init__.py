"""Contact notes, quick capture and the inbox."""
