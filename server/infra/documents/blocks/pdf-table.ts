import type { PageLine } from "./pdf-lines.ts"

/** Makes rows of the lines of a table: what goes on with a cell is put into it. */
export function toRows(lines: readonly PageLine[]): string[][] {
  const columns = columnsOf(lines)
  const rows: string[][] = []
  for (const group of groupLines(lines, columns.length)) {
    const cells = columns.map(() => "")
    for (const { text, x } of group.flatMap((line) => line.cells)) {
      const at = nearest(columns, x)
      cells[at] = `${cells[at]} ${text}`.trim()
    }
    const above = rows.at(-1)
    if (above && cells[0] === "" && cells.some((cell) => cell !== ""))
      cells.forEach((cell, at) => {
        if (cell !== "") above[at] = `${above[at]} ${cell}`.trim()
      })
    else rows.push(cells)
  }
  return rows
}

/** Where rows stand further apart than the lines in a row, lines that stand close are one row. Units: times the size. */
const closeLines = 1.4

function groupLines(lines: readonly PageLine[], columns: number): PageLine[][] {
  const groups: PageLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isClose =
      last && last.page === line.page && last.y - line.y < closeLines * Math.max(line.size, 6)
    if (group && isClose) group.push(line)
    else groups.push([line])
  }
  if (groups.length < 3) return lines.map((line) => [line])
  return groups.flatMap((group) => {
    const filled = group.reduce((sum, { cells }) => sum + cells.length, 0)
    return filled < 0.8 * group.length * columns ? [group] : group.map((line) => [line])
  })
}

function columnsOf(lines: readonly PageLine[]): number[] {
  const columns: { x: number; lines: number }[] = []
  for (const { cells } of lines)
    for (const { x } of cells) {
      const known = columns.find((each) => Math.abs(each.x - x) < 8)
      if (known) known.lines++
      else columns.push({ x, lines: 1 })
    }
  // The names of columns often stand in the middle of them: a place of their own is no column.
  const often = columns.filter((each) => each.lines > 1)
  const kept = lines.length > 3 && often.length > 1 ? often : columns
  return kept.map(({ x }) => x).sort((a, b) => a - b)
}

function nearest(columns: readonly number[], x: number): number {
  let best = 0
  columns.forEach((column, at) => {
    if (Math.abs(column - x) < Math.abs((columns[best] ?? 0) - x)) best = at
  })
  return best
}
