"""What leaves the desk for other programs: citations, and addresses that open at the quote."""
