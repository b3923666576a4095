"""Search as one types, and the long lists a page at a time, for whoever shows them."""

from leghorn_bench.store.registers import case_page, customer_page, device_page, paper_page
from leghorn_bench.store.search import search

__all__ = ["case_page", "customer_page", "device_page", "paper_page", "search"]
