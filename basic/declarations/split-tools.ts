import type { Program, Statement, Trivia } from "../ast/nodes.ts"

/** The statements of one tool of a file that defines several. */
export interface ToolSection {
  /** From its heading or its description; null when neither gives a name. */
  readonly name: string | null
  /** Its PARAMs and DESCRIPTION, and what it does. */
  readonly statements: readonly Statement[]
  /** The statement its name or place is shown at. */
  readonly head: Statement
}

export interface SplitTools {
  /** What stands above the first tool and belongs to all of them. */
  readonly preamble: readonly Statement[]
  readonly sections: readonly ToolSection[]
}

const known = new WeakMap<Program, SplitTools | null>()

/**
 * Splits a file that defines several tools, each `[PARAM ...] DESCRIPTION ... body`, one behind the other.
 *
 * Shape: null for a file with one tool or none. A tool begins at the first PARAM or DESCRIPTION behind
 *        the lines of a tool that has its DESCRIPTION already.
 */
export function splitTools(program: Program): SplitTools | null {
  const found = known.get(program)
  if (found !== undefined) return found
  const split = splitStatements(program.body.statements)
  known.set(program, split)
  return split
}

function splitStatements(statements: readonly Statement[]): SplitTools | null {
  const described = statements.filter(({ kind }) => kind === "DescriptionStatement")
  if (described.length < 2) return null
  const preamble: Statement[] = []
  const groups: Statement[][] = []
  let isDescribed = false
  let hasBody = false
  for (const statement of statements) {
    const isHead = isToolHead(statement)
    const isSecond = isDescribed && statement.kind === "DescriptionStatement"
    if (isHead && (groups.length === 0 || (isDescribed && (hasBody || isSecond)))) {
      groups.push([])
      isDescribed = false
      hasBody = false
    }
    const group = groups.at(-1)
    if (group === undefined) {
      preamble.push(statement)
      continue
    }
    group.push(statement)
    if (statement.kind === "DescriptionStatement") isDescribed = true
    else if (!isHead) hasBody = true
  }
  if (groups.length < 2) return null
  const used = new Set<string>()
  const sections = groups.map((group) => makeSection(group, used))
  return { preamble, sections }
}

const isToolHead = ({ kind }: Statement): boolean =>
  kind === "ParamStatement" || kind === "DescriptionStatement"

function makeSection(statements: readonly Statement[], used: Set<string>): ToolSection {
  const [head] = statements
  if (head === undefined) throw new Error("A tool has at least one statement.")
  const name = nameOf(statements)
  if (name === null) return { name, statements, head }
  let own = name
  for (let count = 2; used.has(own); count++) own = `${name}-${count}`
  used.add(own)
  return { name: own, statements, head }
}

/** From the comment directly above the tool, else from the first words of its description. */
function nameOf(statements: readonly Statement[]): string | null {
  const heading = findHeading(statements[0]?.leading ?? [])
  if (heading !== null) return heading
  const description = statements.find((each) => each.kind === "DescriptionStatement")
  const text =
    description?.kind === "DescriptionStatement" && description.text.kind === "TextLiteral"
      ? description.text.value
      : ""
  return toName(text.split(/[.,;:(\n]/)[0] ?? "", 5)
}

/** Titles have few words. */
const longestHeading = 7

/** The title in the last run of comments: its first line that is no ruler, up to a dash or colon. */
function findHeading(leading: readonly Trivia[]): string | null {
  const last = leading.findLastIndex(({ kind }) => kind === "Comment")
  if (last < 0) return null
  const blank = leading.slice(0, last).findLastIndex(({ kind }) => kind === "BlankLine")
  for (const trivia of leading.slice(blank + 1, last + 1)) {
    if (trivia.kind !== "Comment" || !/[\p{L}\p{N}]/u.test(trivia.text)) continue
    const title = trivia.text
      .replace(/^[\s=*#_-]+|[\s=*#_-]+$/g, "")
      .replace(/^(?:tool|function|api|endpoint|keyword|script)\s*(?:\d+\s*)?[:.-]\s*/i, "")
      .replace(/^\d+[.)]\s*/, "")
      .split(/\s+[-\u2013\u2014]\s+|:\s/)[0]
      ?.replace(/\.bas\b/i, "")
    if (title === undefined || title.trim().split(/\s+/).length > longestHeading) return null
    return toName(title, longestHeading)
  }
  return null
}

/** `Create Contact` is create-contact: what a model can call it by. */
function toName(text: string, mostWords: number): string | null {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .filter((word) => word !== "")
  return words.length === 0 ? null : words.slice(0, mostWords).join("-")
}
