import type { IndexStatement, TableStatement } from "../ast/nodes.ts"
import type { FieldDeclaration, IndexDeclaration, TableDeclaration } from "./declarations.ts"

const types: Readonly<Record<string, string>> = {
  string: "text",
  text: "text",
  varchar: "text",
  nvarchar: "text",
  char: "text",
  character: "text",
  citext: "text",
  memo: "text",
  email: "text",
  phone: "text",
  url: "text",
  integer: "integer",
  int: "integer",
  int2: "integer",
  int4: "integer",
  int8: "integer",
  bigint: "integer",
  smallint: "integer",
  tinyint: "integer",
  serial: "integer",
  bigserial: "integer",
  long: "integer",
  number: "number",
  numeric: "number",
  decimal: "number",
  double: "number",
  float: "number",
  float4: "number",
  float8: "number",
  real: "number",
  money: "number",
  currency: "number",
  date: "date",
  datetime: "datetime",
  timestamp: "datetime",
  timestamptz: "datetime",
  time: "text",
  boolean: "boolean",
  bool: "boolean",
  bit: "boolean",
  guid: "uuid",
  uuid: "uuid",
  json: "json",
  jsonb: "json",
  object: "json",
  array: "json",
  list: "json",
  bytea: "text",
  inet: "text",
  vector: "json",
}

const fieldHead =
  /^(?:FIELD\s+)?["`[]?([\p{L}_][\p{L}\p{M}\p{N}_]*)["`\]]?(\*?)\s+(?:AS\s+)?["`]?([\p{L}_][\p{L}\p{N}_]*)["`]?(\*?)(?:\s+(PRECISION|VARYING))?\s*(?:\(([^)]*)\))?\s*((?:\[\])?)\s*(.*)$/iu
const ruleHead =
  /^(?:CONSTRAINT\s+\S+\s+)?(PRIMARY\s+KEY|UNIQUE|FOREIGN\s+KEY|CHECK|INDEX|KEY|EXCLUDE)\s*(\w+\s*)?\(([^)]*)\)\s*(.*)$/iu

/** A rule of the table; `key string(20)` is a field called key. */
function matchRule(text: string): RegExpExecArray | null {
  const found = ruleHead.exec(text)
  const word = (found?.[2] ?? "").trim().toLowerCase()
  return found !== null && types[word] === undefined ? found : null
}
const references =
  /\bREFERENCES\s+["`]?([\p{L}_][\p{L}\p{N}_.]*)["`]?\s*(?:\(\s*["`]?([\p{L}_][\p{L}\p{N}_]*)["`]?\s*\))?/iu
const byRoles = /\b(READ|WRITE)\s+BY\s+(?:"([^"]*)"|'([^']*)'|([^\s"',]+))/giu

/** Splits `"manager;desk"` into names. */
export const splitRoles = (roles: string | null): string[] =>
  (roles ?? "")
    .split(/[;,]/)
    .map((role) => role.trim())
    .filter((role) => role !== "")

/** Reads the lines of a table in both dialects. A line that names no field is left out; `tableFaults` tells which. */
export function readTable(
  statement: TableStatement,
  tableNames: ReadonlySet<string>,
): TableDeclaration {
  const fields: FieldDeclaration[] = []
  const indexes: IndexDeclaration[] = []
  const { span } = statement
  for (const { text } of statement.lines) {
    const rule = matchRule(text)
    if (rule !== null) applyRule(rule, fields, indexes, span)
    else {
      const field = readField(text, tableNames, span)
      if (field !== null) fields.push(field)
    }
  }
  return {
    name: statement.name,
    connection: statement.connection,
    readRoles: splitRoles(statement.readRoles),
    writeRoles: splitRoles(statement.writeRoles),
    fields,
    indexes,
    span,
  }
}

/** Lists the lines that are neither a field nor a rule of the table. */
export const tableFaults = (statement: TableStatement): string[] =>
  statement.lines
    .map(({ text }) => text)
    .filter((text) => matchRule(text) === null && !fieldHead.test(text))

/** Lists fields with a star, or with the name of a table for their type, and how they are read. */
export function tableOddities(
  statement: TableStatement,
  tableNames: ReadonlySet<string>,
): { readonly text: string; readonly reading: string }[] {
  return statement.lines.flatMap(({ text }) => {
    const found = matchRule(text) !== null ? null : fieldHead.exec(text)
    if (found === null) return []
    const [, , star, word = "", secondStar, precision, , list] = found
    if (star === "*" || secondStar === "*")
      return [{ text, reading: "as a field that is required" }]
    const isKnown =
      types[word.toLowerCase()] !== undefined || list === "[]" || precision !== undefined
    if (isKnown) return []
    const isTable = tableNames.has(word.toLowerCase())
    return [{ text, reading: isTable ? `as a reference to the table ${word}` : "as a text" }]
  })
}

type Written = { -readonly [K in keyof FieldDeclaration]: FieldDeclaration[K] }

/** `UNIQUE(a, b)`, `PRIMARY KEY (a)`, `FOREIGN KEY (a) REFERENCES t(b)`. */
function applyRule(
  rule: RegExpExecArray,
  fields: Written[],
  indexes: IndexDeclaration[],
  span: TableDeclaration["span"],
) {
  const kind = (rule[1] ?? "").toUpperCase().replace(/\s+/g, " ")
  const names = splitNames(rule[3] ?? "")
  const named = fields.filter(({ name }) =>
    names.some((each) => each.toLowerCase() === name.toLowerCase()),
  )
  if (kind === "PRIMARY KEY") for (const field of named) field.isKey = true
  if (kind === "UNIQUE" && names.length === 1) for (const field of named) field.isUnique = true
  if (["UNIQUE", "INDEX", "KEY"].includes(kind) && names.length > 0)
    indexes.push({ name: null, fields: names, isUnique: kind === "UNIQUE", span })
  const target = references.exec(rule[4] ?? "")
  if (kind === "FOREIGN KEY" && target !== null)
    for (const field of named)
      field.references = { table: target[1] ?? "", field: target[2] ?? null }
}

const splitNames = (list: string): string[] =>
  list
    .split(",")
    .map((name) => (/[\p{L}_][\p{L}\p{N}_]*/u.exec(name)?.[0] ?? "").trim())
    .filter((name) => name !== "")

function readField(
  text: string,
  tableNames: ReadonlySet<string>,
  span: TableDeclaration["span"],
): Written | null {
  const found = fieldHead.exec(text)
  if (found === null) return null
  const [, name = "", star, word = "", secondStar, , size = "", list, rest = ""] = found
  const [length, decimals] = size.split(",").map((part) => Number.parseInt(part, 10))
  const known = list === "[]" ? "json" : types[word.toLowerCase()]
  const isKey = /^(?:primary\s+)?key\b|\bPRIMARY\s+KEY\b/iu.test(rest)
  const target = references.exec(rest)
  const isTable = known === undefined && tableNames.has(word.toLowerCase())
  return {
    name,
    type: known ?? "text",
    length: length !== undefined && Number.isFinite(length) && known !== "json" ? length : null,
    decimals: decimals !== undefined && Number.isFinite(decimals) ? decimals : null,
    isKey,
    isRequired:
      star === "*" || secondStar === "*" || isKey || /\bNOT\s+NULL\b|\brequired\b/iu.test(rest),
    isUnique: /\bUNIQUE\b/iu.test(rest),
    references:
      target !== null
        ? { table: target[1] ?? "", field: target[2] ?? null }
        : isTable
          ? { table: word, field: null }
          : null,
    default: readDefault(rest),
    ...readRoles(rest),
    span,
  }
}

function readRoles(rest: string): Pick<FieldDeclaration, "readRoles" | "writeRoles"> {
  const found: Record<string, string[]> = { READ: [], WRITE: [] }
  for (const match of rest.matchAll(byRoles))
    found[(match[1] ?? "").toUpperCase()] = splitRoles(match[2] ?? match[3] ?? match[4] ?? "")
  return { readRoles: found.READ ?? [], writeRoles: found.WRITE ?? [] }
}

/** What stands behind DEFAULT: a quoted text, a call with its parentheses, or a word. */
function readDefault(rest: string): string | null {
  const found =
    /\bDEFAULT\s+('(?:[^']|'')*'|"[^"]*"|[\w.]+\s*\([^()]*\)|\([^()]*\)|[^\s,]+)/iu.exec(rest)
  return found?.[1] ?? null
}

const indexLine =
  /^CREATE\s+(UNIQUE\s+)?INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?(?:["`]?([\p{L}_][\p{L}\p{N}_]*)["`]?\s+)?ON\s+["`]?([\p{L}_][\p{L}\p{N}_.]*)["`]?\s*(?:USING\s+\w+\s*)?\(([\s\S]*?)\)\s*(?:WHERE[\s\S]*)?$/iu

/** `CREATE [UNIQUE] INDEX name ON table (a, b)`; null when it is none. */
export function readIndex({
  text,
  span,
}: IndexStatement): { readonly table: string; readonly index: IndexDeclaration } | null {
  const found = indexLine.exec(text)
  if (found === null) return null
  const [, unique, name, table = "", columns = ""] = found
  const fields = splitNames(columns)
  const index = { name: name ?? null, fields, isUnique: unique !== undefined, span }
  return { table, index }
}
