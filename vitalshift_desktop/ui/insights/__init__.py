"""The page of insights: the first five sessions of everybody, and how beginnings went."""
