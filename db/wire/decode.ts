/** A column of a result: its name and the type's number in Postgres's own catalogue. */
export interface Column {
  readonly name: string
  readonly type: number
}

/** A value as it came: Postgres's text form, or null. */
export type Cell = string | null

/** What a statement gave back. `affected` counts the rows it wrote or read; `tag` is Postgres's word for what it did. */
export interface Result {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly affected: number
  readonly tag: string
}

type Decoder = (text: string) => unknown

const int = (text: string) => Number.parseInt(text, 10)
const bigint = (text: string) => {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}
const bool = (text: string) => text === "t"
const bytes = (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex"))
const moment = (text: string) => new Date(text)

const plain: ReadonlyMap<number, Decoder> = new Map<number, Decoder>([
  [16, bool],
  [17, bytes],
  [20, bigint],
  [21, int],
  [23, int],
  [26, int],
  [700, Number],
  [701, Number],
  [1000, (text) => parseArray(text, bool)],
  [1005, (text) => parseArray(text, int)],
  [1007, (text) => parseArray(text, int)],
  [1009, (text) => parseArray(text)],
  [1015, (text) => parseArray(text)],
  [1016, (text) => parseArray(text, bigint)],
  [1003, (text) => parseArray(text)],
])

const rich: ReadonlyMap<number, Decoder> = new Map<number, Decoder>([
  ...plain,
  [114, JSON.parse],
  [3802, JSON.parse],
  [1184, moment],
])

/**
 * Turns a result into objects by column name: numbers, booleans, `Date`, parsed JSON, lists.
 * Types without a JavaScript counterpart (numeric, date, vector) stay text; an int8 beyond 2^53 is a BigInt.
 */
export function decodeRows(result: Result): Record<string, unknown>[] {
  const decoders = result.columns.map((column) => rich.get(column.type))
  return result.rows.map((row) => {
    const object: Record<string, unknown> = {}
    result.columns.forEach((column, index) => {
      object[column.name] = decodeCell(row[index] ?? null, decoders[index])
    })
    return object
  })
}

/** Turns a result into lists for Drizzle, which reads JSON and moments itself (parsed JSON text would be read twice). */
export function decodeLists(result: Result): unknown[][] {
  const decoders = result.columns.map((column) => plain.get(column.type))
  return result.rows.map((row) => row.map((cell, index) => decodeCell(cell, decoders[index])))
}

function decodeCell(cell: Cell, decode: Decoder | undefined): unknown {
  return cell === null || decode === undefined ? cell : decode(cell)
}

/** Reads a one-dimensional array literal such as `{a,"b c",NULL}`. */
export function parseArray(text: string, decode: Decoder = (item) => item): unknown[] {
  const items: unknown[] = []
  let at = 1
  while (at < text.length - 1) {
    if (text[at] === '"') {
      const { value, end } = readQuoted(text, at + 1)
      items.push(decode(value))
      at = end + 2
    } else {
      const comma = text.indexOf(",", at)
      const end = comma === -1 ? text.length - 1 : comma
      const word = text.slice(at, end)
      items.push(word === "NULL" ? null : decode(word))
      at = end + 1
    }
  }
  return items
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = ""
  let at = start
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\") at++
    value += text[at]
    at++
  }
  return { value, end: at }
}
