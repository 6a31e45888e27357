"""Writes the same table with XlsxWriter, row by row, and prints what it took."""

import json
import os
import resource
import sys
import tempfile
import time

import xlsxwriter

COLUMNS = ["URN", "School", "Council", "District", "Phase", "One", "Two", "Three", "Four", "Five"]
PHASES = ["Primary", "Secondary", "Special", "All-through"]


def row_at(at):
    return [
        str(100000 + at),
        f"School number {(at * 7919) % 100003}",
        f"Council {at % 150}",
        f"District {at % 300}",
        PHASES[at % 4],
        at,
        (at * 31) % 997,
        (at * 17) % 4001,
        at % 7,
        (at * 101) % 65537,
    ]


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "table.xlsx")
    start = time.perf_counter()
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    words = book.add_format({"font_name": "Arial", "font_size": 12, "num_format": "@"})
    count = book.add_format({"font_name": "Arial", "font_size": 12, "num_format": "#,##0"})
    sheet = book.add_worksheet("Table")
    for column, header in enumerate(COLUMNS):
        sheet.write_string(0, column, header)
    for at in range(int(sys.argv[1])):
        for column, value in enumerate(row_at(at)):
            if column < 5:
                sheet.write_string(at + 1, column, value, words)
            else:
                sheet.write_number(at + 1, column, value, count)
    book.close()
    print(
        json.dumps(
            {
                "milliseconds": (time.perf_counter() - start) * 1000,
                "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
                "fileBytes": os.path.getsize(path),
            }
        )
    )
