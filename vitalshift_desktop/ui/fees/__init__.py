"""Fees: the forms about them, and the page of what is unpaid."""
