#!/usr/bin/env python3
"""Inserts a store's events into a plain SQLite table and prints rows a second: plain_inserts.py STORE FOLDER

The floor to hold an ingest against: the same rows with the same columns and the same primary key, in the order in
which they were ingested as far as the journal still knows it (by time), in transactions of 1,000 with
synchronous=FULL. Nothing is parsed, no message is looked up, no status or counter is kept.
"""
import os
import sqlite3
import sys
import time

store, folder = sys.argv[1:]
source = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
schema = source.execute("SELECT sql FROM sqlite_master WHERE name = 'event'").fetchone()[0]
columns = [row[1] for row in source.execute("PRAGMA table_info(event)")]
rows = source.execute(f"SELECT {', '.join(columns)} FROM event ORDER BY at").fetchall()
path = os.path.join(folder, "plain.db")
plain = sqlite3.connect(path, isolation_level=None)
plain.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;")
plain.execute(schema)
insert = f"INSERT INTO event ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
started = time.perf_counter()
for start in range(0, len(rows), 1000):
    plain.execute("BEGIN IMMEDIATE")
    plain.executemany(insert, rows[start:start + 1000])
    plain.execute("COMMIT")
print(round(len(rows) / (time.perf_counter() - started)))
