"""From an address or a file to text: fetching, reading, metadata. It knows values, no database."""
