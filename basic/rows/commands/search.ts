import { everyRow } from "../../filters/nodes.ts"
import { toText } from "../../vm/json.ts"
import { MapValue, RowsValue, type Value } from "../../vm/value.ts"
import { scanRows } from "../read-table.ts"
import type { TableContext, TableWork } from "../store.ts"
import { givenCount, givenText, givenValue, type RowOperands } from "./operands.ts"

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** SEARCH table, words [, n]: rows that hold the words, the best first. */
export function* search(operands: RowOperands, context: TableContext): TableWork {
  const rows = yield* scanRows(givenValue(operands, "table"), everyRow, context)
  return rank(
    rows,
    givenText(operands, "query"),
    givenCount(operands, "limit", context) ?? 10,
    context,
  )
}

/** SEARCH PRODUCTS words [, n]: the same over the table "products". */
export function* searchProducts(operands: RowOperands, context: TableContext): TableWork {
  return yield* search({ ...operands, table: "products" }, context)
}

function rank(rows: RowsValue, query: string, limit: number, { env }: TableContext): RowsValue {
  const wanted = [...new Set(wordsOf(query))]
  const scored = rows.items.map((row) => {
    const text = textIn(row)
    env.spend((text.length >> 3) * (1 + wanted.length))
    return { row, score: scoreOf(wordsOf(text), wanted) }
  })
  const found = scored.filter(({ score }) => score > 0 || wanted.length === 0)
  found.sort((a, b) => b.score - a.score)
  return new RowsValue(found.slice(0, limit).map(({ row }) => row))
}

/** A whole word counts most, then its beginning, then a part; all words found count more than any. */
function scoreOf(words: readonly string[], wanted: readonly string[]): number {
  let score = 0
  let found = 0
  for (const word of wanted) {
    const best = words.includes(word)
      ? 3
      : words.some((each) => each.startsWith(word))
        ? 2
        : words.some((each) => each.includes(word))
          ? 1
          : 0
    score += best
    if (best > 0) found++
  }
  return found === wanted.length ? score * 2 : score
}

const textIn = (value: Value): string =>
  value instanceof MapValue ? [...value.entries.values()].map(toText).join(" ") : toText(value)
