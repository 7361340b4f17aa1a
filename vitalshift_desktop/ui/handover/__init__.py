"""Handing a form to the client: the sheet that arms it, and the pages that a process without records shows."""
