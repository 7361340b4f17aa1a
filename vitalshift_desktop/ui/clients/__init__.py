"""The client list and the client's own pages."""
