/** A piece of text as a PDF places it. Units: points; y grows upwards. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
}

/** A line of a page. Cells: what wide gaps part; a line of running text has one. */
export interface PageLine {
  readonly cells: readonly { readonly text: string; readonly x: number }[]
  readonly y: number
  readonly size: number
  readonly font: string
  readonly page: number
  /** It begins where a column of the lines around it does. */
  readonly isInColumn: boolean
}

/** Puts the pieces of a page together to lines, from the top down: what stands at one height is one line, whatever the order in the file. */
export function toLines(pieces: readonly PlacedText[], page: number): PageLine[] {
  const rows: PlacedText[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.y - piece.y < 0.45 * Math.max(first.size, piece.size, 4))
      row.push(piece)
    else rows.push([piece])
  }
  const columns = findColumns(rows)
  return rows
    .map((row, index) => toLine(row, page, columns[index] ?? []))
    .filter((line) => line.cells.length > 0)
}

/** Units: times the size of the letters. A gap of `wide` parts cells; one of `narrow` does where others begin under it. */
const gaps = { wide: 1.8, narrow: 0.55 }
/** Lines above and below that are looked at, how many of them a column has to begin on, and how exactly. */
const alike = { reach: 6, least: 3, points: 2.5 }

/** For each line, where cells begin because those of its neighbours begin there: tables with narrow gaps. */
function findColumns(rows: readonly (readonly PlacedText[])[]): number[][] {
  const lines = rows.map((row) => {
    const pieces = [...row].sort((a, b) => a.x - b.x)
    const apart = pieces.filter((piece, at) => {
      const before = pieces[at - 1]
      return before && piece.x - before.x - before.width > gaps.narrow * piece.size
    })
    const [first] = pieces
    return { first: first ? [first.x] : [], apart: apart.map(({ x }) => x) }
  })
  return lines.map(({ first, apart }, index) => {
    const near = lines.slice(Math.max(0, index - alike.reach), index + alike.reach + 1)
    const isAt = (x: number) => (other: number) => Math.abs(other - x) < alike.points
    const columns = [...first, ...apart].filter((x) =>
      near.some((line) => line.apart.some(isAt(x))),
    )
    return columns.filter(
      (x) =>
        near.filter((line) => [...line.first, ...line.apart].some(isAt(x))).length >= alike.least,
    )
  })
}

function toLine(row: readonly PlacedText[], page: number, columns: readonly number[]): PageLine {
  const pieces = [...row].sort((a, b) => a.x - b.x)
  const largest = pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  const cells: { text: string; x: number }[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { text, x, width, size } of pieces) {
    const gap = x - end
    const cell = cells.at(-1)
    if (cell === undefined || gap > gaps.wide * size || columns.includes(x)) cells.push({ text, x })
    else cell.text += (gap > 0.15 * size && !/\s$/.test(cell.text) ? " " : "") + text
    end = Math.max(end, x + width)
  }
  const kept = cells
    .map(({ text, x }) => ({ text: text.replace(/\s+/g, " ").trim(), x }))
    .filter(({ text }) => text !== "")
  return {
    cells: kept,
    y: largest.y,
    size: largest.size,
    font: largest.font,
    page,
    isInColumn: columns.includes(pieces[0]?.x ?? Number.NaN),
  }
}

const plainOf = (line: PageLine): string => line.cells.map(({ text }) => text).join(" ")

/** Heads and feet: lines at the edge of a page that come again on others, whatever number stands in them. */
export function withoutRunningHeads(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const edge = 2
  const keyOf = (line: PageLine) =>
    `${Math.round(line.y / 4)} ${plainOf(line).replace(/[\divxlc]+/gi, "#")}`
  const numbersOnly = (line: PageLine) => /^[\divxlc\s./-]{1,12}$/i.test(plainOf(line))
  const seen = new Map<string, number>()
  const edges = pages.map((lines) => new Set([...lines.slice(0, edge), ...lines.slice(-edge)]))
  for (const lines of edges)
    for (const line of lines) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? 0) + 1)
  const atPlace = new Map<number, number>()
  for (const lines of edges)
    for (const line of lines)
      atPlace.set(Math.round(line.y), (atPlace.get(Math.round(line.y)) ?? 0) + 1)
  const often = Math.max(3, pages.length * 0.3)
  return pages.map((lines, index) =>
    lines.filter((line) => {
      if (!edges[index]?.has(line)) return true
      if ((seen.get(keyOf(line)) ?? 0) >= 3 || numbersOnly(line)) return false
      // A head that names the chapter changes its words and keeps its place, apart from the text.
      return !((atPlace.get(Math.round(line.y)) ?? 0) >= often && standsApart(lines, line))
    }),
  )
}

function standsApart(lines: readonly PageLine[], line: PageLine): boolean {
  const at = lines.indexOf(line)
  const next = at < lines.length / 2 ? lines[at + 1] : lines[at - 1]
  return next === undefined || Math.abs(next.y - line.y) > 1.9 * line.size
}
