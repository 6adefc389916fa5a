import type { Statement, TableLine, TableStatement, Trivia } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import { readLineComment } from "../lexer/comment.ts"
import type { RawLine } from "../lexer/token.ts"
import { placeStatement } from "./bare.ts"
import { type BlockReader, brokenStatement } from "./block-reader.ts"

const sqlHead =
  /^\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?["`[]?([\p{L}\p{N}_.]+)["`\]]?\s*\(/iu
const head = /^\s*(?:BEGIN\s+)?TABLE\s+(?:"([^"]+)"|([\p{L}\p{N}_.]+))\s*/iu
const connection = /^ON\s+(?:"([^"]+)"|([\p{L}\p{N}_.-]+))\s*/iu
const roles = /^(READ|WRITE)\s+BY\s+(?:"([^"]*)"|'([^']*)'|([^\s"']+))\s*/iu
const closer = /^\s*END[\s_]+TABLE/i

/** Reads TABLE ... END TABLE from the lines that the lexer kept together. */
export function readTable(blocks: BlockReader, line: RawLine, added: readonly Trivia[]): Statement {
  const { source } = blocks.context
  const text = asTable(source.slice(line.start, line.end))
  const [first = "", ...rest] = text.split(/\r\n?|\n/)
  const opened = readHead(first)
  if (opened.rest !== "") {
    const start = line.start + first.indexOf(opened.rest)
    const span = { start, end: start + opened.rest.length }
    if (/^[[<{]/.test(opened.rest)) {
      blocks.report("basic.placeholder", span, { found: opened.rest })
      return {
        ...brokenStatement(source, line, line.end, added),
        kind: "UnknownStatement",
        words: "TABLE",
      }
    }
    blocks.report("basic.unexpected_rest", span, {
      after: "The first line of TABLE",
      found: opened.rest,
    })
    return brokenStatement(source, line, line.end, added)
  }
  const body = readBody(rest)
  const { name, connection: on, readRoles, writeRoles } = opened
  const table: Omit<TableStatement, "span" | "leading" | "trailing"> = {
    kind: "TableStatement",
    name,
    connection: on,
    readRoles,
    writeRoles,
    ...body,
  }
  const span = { start: line.start, end: line.end }
  return placeStatement(table, span, [...added, ...line.leading], opened.comment)
}

/** A comma behind which another column follows on the same line: neither in parentheses nor in quotes. */
const columnComma = /,(?=[ \t]*[^\s-])(?![^(]*\))(?![^'\n]*'(?:[^'\n]*'[^'\n]*')*[^'\n]*$)/gm

/** `CREATE TABLE name (a int, b text)` as the lines of a TABLE. */
function asTable(text: string): string {
  const found = sqlHead.exec(text)
  if (found === null) return text
  const inside = asWritten(text, found[0].length, text.lastIndexOf(")")).replace(/^[ \t]*\n/, "")
  const columns = inside.replace(columnComma, ",\n").trimEnd()
  return `TABLE ${found[1] ?? ""}\n${columns}\nEND TABLE`
}

function readHead(first: string) {
  const cut = cutComment(first)
  const found = head.exec(cut.text)
  let rest = found === null ? cut.text : cut.text.slice(found[0].length)
  let on: string | null = null
  const by: { READ: string | null; WRITE: string | null } = { READ: null, WRITE: null }
  for (let more = true; more; ) {
    const place = connection.exec(rest)
    const role = roles.exec(rest)
    more = place !== null || role !== null
    if (place !== null) on = place[1] ?? place[2] ?? null
    if (role !== null)
      by[role[1]?.toUpperCase() === "READ" ? "READ" : "WRITE"] = role[2] ?? role[3] ?? role[4] ?? ""
    rest = rest.slice((place ?? role)?.[0].length ?? 0)
  }
  return {
    name: found?.[1] ?? found?.[2] ?? "",
    connection: on,
    readRoles: by.READ,
    writeRoles: by.WRITE,
    comment: cut.comment,
    rest: /^\($/.test(rest.trim()) ? "" : rest.trim(),
  }
}

function readBody(lines: readonly string[]) {
  const fields: TableLine[] = []
  let leading: Trivia[] = []
  let parts: string[] = []
  let depth = 0
  let trailing: string | null = null
  for (const line of lines) {
    if (closer.test(line)) {
      const comment = cutComment(line).comment
      if (comment !== null) leading.push({ kind: "Comment", text: comment })
      break
    }
    const whole = line.trim()
    if (whole === "") {
      if (leading.at(-1)?.kind !== "BlankLine") leading.push({ kind: "BlankLine" })
      continue
    }
    const comment = readComment(whole)
    if (comment !== null) {
      leading.push({ kind: "Comment", text: comment })
      continue
    }
    const cut = cutComment(whole)
    parts.push(cut.text)
    depth += countOpen(cut.text)
    trailing = cut.comment ?? trailing
    if (depth > 0) continue
    add(tidy(parts.join(" ")))
    parts = []
    depth = 0
    trailing = null
  }
  add(tidy(parts.join(" ")))
  return { lines: fields, closing: leading }

  function add(field: string) {
    if (field !== "") {
      fields.push({ text: field, leading, trailing })
      leading = []
    } else if (trailing !== null) leading.push({ kind: "Comment", text: trailing })
  }
}

function readComment(line: string): string | null {
  if (line.startsWith("--")) return line.slice(2).trim()
  return readLineComment(line, 0, line.length)?.text ?? null
}

/** One blank between words, and none of the commas, semicolons and brackets that only part SQL lines. */
function tidy(text: string): string {
  const flat = text
    .split(/('(?:[^']|'')*'|"[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\s+/g, " ")))
    .join("")
    .trim()
  const cut = flat.replace(/(?:\s*[,;])+$/, "")
  return cut === ")" || cut === "(" ? "" : cut
}

/** Parentheses that are opened and not closed on a line. */
function countOpen(text: string): number {
  let depth = 0
  for (const part of text.split(/'(?:[^']|'')*'|"[^"]*"/))
    for (const sign of part) depth += sign === "(" ? 1 : sign === ")" ? -1 : 0
  return depth
}

const beforeText = /(?:[(,=<>|+]|\b(?:DEFAULT|IN|LIKE|ELSE|THEN|WHEN))\s*$/i

/** A text follows one of those signs or words, with a few blanks. Units: UTF-16 code units. */
const longestBefore = 40

/** Cuts `-- comment` and `' comment` off the end of a line. A `'` opens a text where SQL expects a value. */
function cutComment(line: string): { text: string; comment: string | null } {
  let quote = ""
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ""
    if (quote !== "") {
      if (sign === quote) quote = ""
    } else if (sign === '"') quote = sign
    else if (sign === "'") {
      const isText =
        beforeText.test(line.slice(Math.max(0, at - longestBefore), at)) &&
        line.indexOf("'", at + 1) > 0
      if (!isText) return { text: line.slice(0, at).trim(), comment: line.slice(at + 1).trim() }
      quote = sign
    } else if (sign === "-" && line[at + 1] === "-")
      return { text: line.slice(0, at).trim(), comment: line.slice(at + 2).trim() }
  }
  return { text: line.trim(), comment: null }
}
