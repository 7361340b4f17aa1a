"""The vault page: backups, the ways in, the check, the audit trail."""
