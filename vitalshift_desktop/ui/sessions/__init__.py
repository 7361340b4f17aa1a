"""Planning, attendance and the week."""
