"""Reading plain text: dates, statements, speakers. It knows values and no database."""
