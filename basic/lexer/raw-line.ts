import { findLineEnd, matchAt, skipBlanks, skipLineBreak } from "./characters.ts"
import { looksLikeStatement, startsWithOperator } from "./continuation.ts"

const tableOpener = /(?:BEGIN[ \t]+)?TABLE[ \t]+(?=[\p{L}_"])(?![\p{L}_][\p{L}\p{N}_]*[ \t]*=)/iuy
const sqlTable =
  /CREATE[ \t]+TABLE[ \t]+(?:IF[ \t]+NOT[ \t]+EXISTS[ \t]+)?["`[]?[\p{L}_][\p{L}\p{N}_.]*["`\]]?\s*\((?!\s*\))/iuy
/** Units: UTF-16 code units of the columns of one CREATE TABLE. */
const longestSqlTable = 50_000
const tableEnd = /^[ \t]*END[ \t_]+TABLE(?![\p{L}\p{N}_]).*$/gimu
const bareDescription = /DESCRIPTION[ \t]+(?=[\p{L}\p{N}])/iuy
const field = /[\p{L}_][\p{L}\p{N}_]*\*?[ \t]+[\p{L}_]/uy
const pragma = /#workflow\b/iy

/** What the first words of such a stretch begin with: `#w`, BEGIN, CREATE, DESCRIPTION, TABLE. Nearly all lines begin otherwise. */
const starts = new Map([..."#bcdt"].map((sign, at) => [sign.charCodeAt(0), "werea".charCodeAt(at)]))
const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code)
const mayBegin = (source: string, at: number): boolean =>
  starts.get(small(source.charCodeAt(at))) === small(source.charCodeAt(at + 1))

/** A stretch of text that is kept as it is written. */
export interface RawStretch {
  readonly words: string
  readonly end: number
  readonly isClosed: boolean
}

/** Finds stretches of one text that follow other rules than ours. Remembers that no TABLE ends any more. */
export class RawLines {
  private hasTableEnd = true
  /** Once a CREATE TABLE has no end, none is looked for any more. */
  private hasSqlEnd = true
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  /** A TABLE body, a DESCRIPTION without quotes, or the pragma at `at`; null for everything else. */
  find(at: number): RawStretch | null {
    const { source } = this
    if (!mayBegin(source, at)) return null
    if (matchAt(pragma, source, at) !== null) return this.takeLine("#workflow", at, true)
    if (matchAt(bareDescription, source, at) !== null)
      return { words: "DESCRIPTION", end: findTextEnd(source, at), isClosed: true }
    const columns = matchAt(sqlTable, source, at)
    if (columns !== null && this.hasSqlEnd) {
      const found = findSqlEnd(source, at, at + columns[0].length)
      this.hasSqlEnd = found !== null
      return found
    }
    if (matchAt(tableOpener, source, at) === null) return null
    tableEnd.lastIndex = at
    const end = this.hasTableEnd ? tableEnd.exec(source) : null
    this.hasTableEnd = end !== null
    if (end === null) return { words: "TABLE", end: findFieldsEnd(source, at), isClosed: false }
    return { words: "TABLE", end: end.index + end[0].length, isClosed: true }
  }

  private takeLine(words: string, at: number, isClosed: boolean): RawStretch {
    return { words, end: findLineEnd(this.source, at, this.source.length), isClosed }
  }
}

/** A text without quotes goes on in lines that begin with an operator, as a text in quotes does. */
function findTextEnd(source: string, at: number): number {
  let end = findLineEnd(source, at, source.length)
  while (end < source.length) {
    const next = skipLineBreak(source, end, source.length)
    const start = skipBlanks(source, next, source.length)
    if (!startsWithOperator(source, start)) return end
    end = findLineEnd(source, start, source.length)
  }
  return end
}

/** `CREATE TABLE name ( ... );`: up to the parenthesis that closes it and what stands behind it. */
function findSqlEnd(source: string, at: number, open: number): RawStretch | null {
  const limit = Math.min(source.length, at + longestSqlTable)
  let depth = 1
  let quote = ""
  for (let end = open; end < limit; end++) {
    const sign = source[end] ?? ""
    if (quote !== "") quote = sign === quote ? "" : quote
    else if (sign === "'" || sign === '"') quote = sign
    else if (sign === "(") depth++
    else if (sign === ")" && --depth === 0)
      return { words: "TABLE", end: findLineEnd(source, end, source.length), isClosed: true }
  }
  return null
}

/** Behind the lines that look like fields, below the first line of a TABLE that nothing ends. */
function findFieldsEnd(source: string, at: number): number {
  let end = findLineEnd(source, at, source.length)
  while (end < source.length) {
    const next = skipLineBreak(source, end, source.length)
    const start = skipBlanks(source, next, source.length)
    const isField = matchAt(field, source, start) !== null && !looksLikeStatement(source, start)
    if (!isField || matchAt(tableOpener, source, start) !== null) return end
    end = findLineEnd(source, start, source.length)
  }
  return end
}
