import { type CommandKeyword, findCommand, type Keyword, type Param } from "#basic"
import { readCanvasWords } from "./canvas-words.ts"
import { exampleSentence } from "./errors-in-words.ts"
import { describeTypes } from "./hear-types.ts"
import { fence, slugOf, table } from "./markdown.ts"
import { runSample } from "./run-sample.ts"
import { type StatementPage, statements } from "./statements.ts"

/** One page of the manual. */
export interface KeywordPage {
  readonly slug: string
  readonly name: string
  readonly group: string
  readonly summary: string
  readonly text: string
}

const kinds: Readonly<Record<Param["kind"], string>> = {
  any: "anything",
  text: "text",
  number: "number",
  boolean: "yes or no",
  date: "date",
  list: "list",
  map: "object",
  expressions: "one or more values",
  fields: "`name = value`, separated by commas",
  word: "a word",
  named: "one or more values; variables are known by their names",
  table: "a table: text, or its name alone",
  column: "a column: text, or its name alone",
  filter: "a condition as text, or the id of a row",
  condition: "a condition",
  order: "columns to sort by, each with ASC or DESC",
}
const units = { s: "seconds", ms: "milliseconds", chars: "characters", days: "days" } as const
const results: Readonly<Record<Keyword["result"], string>> = {
  nothing: "None: it stands on a line of its own.",
  any: "A value.",
  text: "A text.",
  number: "A number.",
  boolean: "True or false.",
  date: "A date.",
  list: "A list.",
  map: "An object with named values.",
  rows: "Rows: a list whose members are those of its first row.",
}

/** Writes the page of a command or a function. */
export function writeKeywordPage(keyword: Keyword): KeywordPage {
  const isFunction = keyword.runsOn === "everywhere"
  // IF is a statement too and JOIN a command, and that page has the plain name.
  const isTaken =
    isFunction &&
    (statements.some(({ name }) => name === keyword.name) || findCommand(keyword.name) !== null)
  const aliases = isFunction ? (keyword.aliases ?? []) : []
  const parts = [
    `# ${keyword.name}${isTaken ? " (function)" : ""}`,
    keyword.summary,
    aliases.length > 0 ? `Also written ${aliases.map((alias) => `\`${alias}\``).join(", ")}.` : "",
    "## How it is written",
    fence("text", shapesOf(keyword).join("\n")),
    describeMethods(keyword),
    ...describeParams(keyword),
    ...(keyword.name === "HEAR" ? describeTypes() : []),
    "## Result",
    results[keyword.result],
    ...describeErrors(keyword),
    ...describeExample(keyword.name, keyword.example),
    ...describeCanvas(keyword.name, keyword.example, isFunction),
  ]
  const slug = isTaken ? `${slugOf(keyword.name)}-function` : slugOf(keyword.name)
  const { name, group, summary } = keyword
  return { slug, name: isTaken ? `${name} (function)` : name, group, summary, text: toText(parts) }
}

/** Writes the page of a statement with grammar of its own. */
export function writeStatementPage(page: StatementPage): KeywordPage {
  const { name, group, summary, shapes, notes = [], example, said } = page
  const parts = [
    `# ${name}`,
    summary,
    "## How it is written",
    fence("text", shapes.join("\n\n")),
    ...notes,
    ...describeExample(name, example, said),
    ...describeCanvas(canvasNameOf(name), example, false),
  ]
  return { slug: slugOf(name), name, group, summary, text: toText(parts) }
}

const toText = (parts: readonly string[]): string =>
  `${parts.filter((part) => part !== "").join("\n\n")}\n`

const shapesOf = (keyword: Keyword): string[] =>
  keyword.forms.map((form) => (typeof form === "string" ? form : form.shape))

/** The canvas names some statements by one word. */
function canvasNameOf(name: string): string {
  if (name === "HEAR AS MENU") return "HEAR"
  if (name === "SELECT CASE") return "SELECT"
  return name === "LET" ? "ASSIGN" : name
}

function describeMethods(keyword: Keyword): string {
  const methods = keyword.runsOn === "everywhere" ? (keyword.asMethod ?? []) : []
  return methods.length === 0
    ? ""
    : `Behind a value: ${methods.map((method) => `\`value.${method}(...)\``).join(", ")}; the value is then the first operand.`
}

function describeParams({ params }: Keyword): string[] {
  const rows = Object.entries(params).map(([name, param]) => [
    `\`${name}\``,
    param.words ? param.words.map((word) => `\`${word}\``).join(", ") : kinds[param.kind],
    param.doc,
    boundsOf(param),
  ])
  if (rows.length === 0) return []
  const head = ["operand", "what", "meaning", "bounds"]
  const columns = rows.some((row) => row[3] !== "") ? 4 : 3
  return [
    "## Operands",
    table(
      head.slice(0, columns),
      rows.map((row) => row.slice(0, columns)),
    ),
  ]
}

function boundsOf({ min, max, warnAbove, unit }: Param): string {
  const behind = unit === undefined ? "" : ` (${units[unit]})`
  return [
    min === undefined ? "" : `at least ${min}${behind}`,
    max === undefined ? "" : `at most ${max}${behind}`,
    warnAbove === undefined ? "" : `a warning above ${warnAbove}${behind}`,
    unit !== undefined && min === undefined && max === undefined ? `in${behind}` : "",
  ]
    .filter((part) => part !== "")
    .join(", ")
}

function describeErrors(keyword: Keyword): string[] {
  const rows = keyword.raises.map((code) => [`\`${code}\``, exampleSentence(code) ?? ""])
  const parts = rows.length === 0 ? [] : [table(["code", "says, for example"], rows)]
  const command: CommandKeyword | null = findCommand(keyword.name)
  if (command?.runsOn === "server" && command.effect === "outside")
    parts.push(
      "It fails with `http.answered_with_error` when the other side answers with a status of 400 or more, and with one of these when the request does not get there: [address refused](../errors/outbound.address_refused.md), [unreachable](../errors/outbound.unreachable.md), [timed out](../errors/outbound.timed_out.md), [too large](../errors/outbound.too_large.md), [too many redirects](../errors/outbound.too_many_redirects.md).",
      "A script takes the failure with [ON ERROR](on-error.md) or with `ELSE GOTO label` behind the line.",
    )
  return parts.length === 0 ? [] : ["## Errors", ...parts]
}

function describeExample(name: string, example: string, said?: readonly string[]): string[] {
  const { errors, lines, hasFault } = runSample(example, said)
  if (hasFault)
    throw new Error(`The example of ${name} does not run: ${[...errors, ...lines].join("\n")}`)
  return [
    "## Example",
    fence("basic", example),
    ...(lines.length === 0 ? [] : ["It gives:", fence("text", lines.join("\n"))]),
  ]
}

function describeCanvas(name: string, example: string, isFunction: boolean): string[] {
  const heading = "## On the canvas"
  if (isFunction)
    return [
      heading,
      "No step of its own: it stands in the settings of other steps, wherever a value can stand.",
    ]
  const words = readCanvasWords(example, name)
  if (words === null)
    return [
      heading,
      "No step of its own: it belongs to the step, the edge or the flow it stands in.",
    ]
  const { title, family, look, outlets } = words
  const picture = [`${look.family} ${look.icon}`, title, ...outlets.map((outlet) => `> ${outlet}`)]
  const leaving =
    outlets.length === 0
      ? "The next step follows below it."
      : `Its outlets: ${outlets.map((outlet) => `**${outlet}**`).join(", ")}.`
  return [
    heading,
    fence("canvas", picture.join("\n")),
    `A step of the family _${family}_, titled “${title}”. ${leaving}`,
  ]
}
