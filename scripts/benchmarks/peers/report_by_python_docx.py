"""Writes the report in JSON on standard input with python-docx, over and over in one process.

Arguments: where to put the last document, how many rounds. Prints the median of the second half in milliseconds.
"""
import io
import json
import statistics
import sys
import time

from docx import Document
from docx.enum.text import WD_BREAK

STYLES = {"Title": "Title", "Heading1": "Heading 1", "Heading2": "Heading 2"}


def lines_into(paragraph, lines):
    run = paragraph.add_run()
    for number, line in enumerate(lines):
        if number > 0:
            run.add_break(WD_BREAK.LINE)
        run.add_text(line)


def table_into(document, table):
    columns = table["columns"]
    made = document.add_table(rows=len(table["rows"]), cols=columns, style="Table Grid")
    cells = made._cells  # asked for once: each look-up by row and column would build the whole list anew
    for number, row in enumerate(table["rows"]):
        for cell in row:
            first = cells[number * columns + cell["column"]]
            if cell["across"] > 1 or cell["down"] > 1:
                last = cells[(number + cell["down"] - 1) * columns + cell["column"] + cell["across"] - 1]
                first = first.merge(last)
            lines_into(first.paragraphs[0], cell["lines"])


def written(pieces):
    document = Document()
    for piece in pieces:
        if "rows" in piece:
            table_into(document, piece)
        else:
            lines_into(document.add_paragraph(style=STYLES.get(piece["style"], "Normal")), piece["lines"])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def main():
    path, rounds = sys.argv[1], int(sys.argv[2])
    pieces = json.load(sys.stdin)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        document = written(pieces)
        times.append((time.perf_counter() - start) * 1000)
    with open(path, "wb") as file:
        file.write(document)
    print(statistics.median(times[rounds // 2:]))


main()
