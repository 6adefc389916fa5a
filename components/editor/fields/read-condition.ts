/** What a condition compares; the ones a person picks from, in their order. */
export const comparisons = [
  "=",
  "<>",
  "CONTAINS",
  "STARTS WITH",
  "ENDS WITH",
  ">",
  ">=",
  "<",
  "<=",
  "empty",
  "filled",
] as const
export type Comparison = (typeof comparisons)[number]

/** One line of a condition. `value` is plain words; `${name}` stands for a variable. */
export interface ConditionRow {
  readonly variable: string
  readonly comparison: Comparison
  readonly value: string
}

/** A condition that can be shown as lines: all of them must hold, or any of them. */
export interface SimpleCondition {
  readonly join: "AND" | "OR"
  readonly rows: readonly ConditionRow[]
}

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*`
const value = String.raw`"[^"\\$\n]*"|-?\d+(?:\.\d+)?|${name}`
const row = new RegExp(
  String.raw`^\s*(${name})\s*(<>|>=|<=|=|>|<|\bCONTAINS\b|\bSTARTS\s+WITH\b|\bENDS\s+WITH\b)\s*(${value})(?=\s|$)`,
  "iu",
)
const joint = /^\s*(AND|OR)\b/i
const isNumber = /^-?\d+(\.\d+)?$/
const isVariable = new RegExp(String.raw`^\$\{(${name})\}$`, "u")
const reserved = /^(AND|OR|NOT|TRUE|FALSE|NULL|CONTAINS|IN|IS|LIKE|BETWEEN|MOD)$/i

/** Reads a condition made of simple comparisons; null when it is anything else and stays a text. */
export function readCondition(source: string): SimpleCondition | null {
  const rows: ConditionRow[] = []
  const joins = new Set<string>()
  let rest = source
  for (;;) {
    const found = row.exec(rest)
    const read = found && readRow(found[1] ?? "", found[2] ?? "", found[3] ?? "")
    if (!found || !read) return null
    rows.push(read)
    rest = rest.slice(found[0].length)
    if (rest.trim() === "") break
    const join = joint.exec(rest)
    if (!join) return null
    joins.add((join[1] ?? "").toUpperCase())
    rest = rest.slice(join[0].length)
  }
  if (joins.size > 1) return null
  return { join: joins.has("OR") ? "OR" : "AND", rows }
}

function readRow(variable: string, operator: string, written: string): ConditionRow | null {
  if (reserved.test(variable)) return null
  const comparison = operator.toUpperCase().replace(/\s+/g, " ") as Comparison
  if (written.startsWith('"')) {
    const text = written.slice(1, -1)
    if (text === "" && comparison === "=") return { variable, comparison: "empty", value: "" }
    if (text === "" && comparison === "<>") return { variable, comparison: "filled", value: "" }
    // A number in quotes is a text; shown bare it would come back as a number.
    return isNumber.test(text) ? null : { variable, comparison, value: text }
  }
  if (isNumber.test(written)) return { variable, comparison, value: written }
  return reserved.test(written) ? null : { variable, comparison, value: `\${${written}}` }
}

/** Writes the condition as BASIC; null while a line is not complete. */
export function writeCondition({ join, rows }: SimpleCondition): string | null {
  const written = rows.map(writeRow)
  return written.length === 0 || written.includes(null) ? null : written.join(` ${join} `)
}

function writeRow({ variable, comparison, value: words }: ConditionRow): string | null {
  const left = variable.trim()
  if (left === "") return null
  if (comparison === "empty") return `${left} = ""`
  if (comparison === "filled") return `${left} <> ""`
  return `${left} ${comparison} ${writeValue(words)}`
}

function writeValue(words: string): string {
  const variable = isVariable.exec(words.trim())?.[1]
  if (variable !== undefined) return variable
  const text = words.trim()
  return isNumber.test(text) ? text : `"${words.replaceAll('"', '""')}"`
}
