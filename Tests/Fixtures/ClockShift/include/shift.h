// Nothing is called: see shift.c.
