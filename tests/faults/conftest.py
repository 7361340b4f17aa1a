from tests.support.ready_vault import master_vault, open_vault, ready_vault

__all__ = ["master_vault", "open_vault", "ready_vault"]
