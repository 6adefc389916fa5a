import { findLineEnd, matchAt, skipLineBreak } from "./characters.ts"
import type { Budget } from "./interpolation.ts"
import { SegmentList, scanInterpolation } from "./text.ts"
import type { Segment } from "./token.ts"

/** The blocks whose body is text, by the words after BEGIN. */
export const textBlockNames = ["TALK", "SYSTEM PROMPT", "MAIL"] as const

const isBlockName = (name: string): boolean => textBlockNames.some((each) => each === name)

const opener =
  /BEGIN[ \t_]+([\p{L}][\p{L} \t_]*?)(?=[ \t]*(?:$|["'\r\n]|[\p{L}_][\p{L}\p{N}_]*[.@]))/imuy
const knownOpener = /BEGIN[ \t_]+(TALK|SYSTEM[ \t_]+PROMPT|MAIL)(?![\p{L}\p{N}_])/iuy
const nextOpener = /^[ \t]*BEGIN[ \t_]+(?:TALK|SYSTEM[ \t_]+PROMPT|MAIL)(?![\p{L}\p{N}_])/iu
/** What hardly is a line of somebody's text: shouted statements with what they need, and ends of blocks. */
const codeLine =
  /^[ \t]*(?:(?:TALK|PRINT|ADD TOOL|ADD SUGGESTION|USE KB|USE TOOL)[ \t]+["'(]|HEAR[ \t]+[\p{L}_]+([ \t]+AS\b|[ \t]*$)|(?:ELSE )?IF[ \t].*[ \t]THEN\b|ELSE[ \t]*$|END[ \t]+(?:IF|FOR|SUB|FUNCTION|SELECT|SWITCH|WITH|WHILE)[ \t]*$|NEXT([ \t]+\p{L}+)?[ \t]*$|(?:LOOP|WEND|CLEAR [A-Z]+)[ \t]*$|FOR EACH\b|DO WHILE\b|SELECT CASE\b|[\p{L}_][\p{L}\p{N}_.]*[ \t]*=[ \t]*["\p{L}\d[{(])/u
const plainBlocks = new Set(["TRANSACTION", "TABLE"])

/** Finds the block a line opens: its name in canonical spelling, and where the name ends. Null when it opens none. */
export function findBlockOpener(source: string, at: number): { name: string; end: number } | null {
  if (source[at] !== "B" && source[at] !== "b") return null
  const found = matchAt(knownOpener, source, at) ?? matchAt(opener, source, at)
  if (found === null) return null
  const name = (found[1] ?? "")
    .replace(/[ \t_]+/g, " ")
    .trim()
    .toUpperCase()
  return name === "" || plainBlocks.has(name.split(" ")[0] ?? "")
    ? null
    : { name, end: at + found[0].length }
}

/** The lines of a body: half-open ranges without their line breaks. */
export interface BodyLines {
  readonly lines: readonly { readonly start: number; readonly end: number }[]
  /** Behind the terminator. */
  readonly end: number
  readonly isClosed: boolean
}

/**
 * Collects the body from the line break at `at` to its terminator. Without one it goes to the last
 * line that is not empty before a line that is plainly code, the next BEGIN, or the end of the text. A block whose name is misspelt
 * goes to its own end or that of any block, or has no body.
 */
export function collectBody(source: string, at: number, name: string): BodyLines {
  const names = isBlockName(name) ? [name] : [name, ...textBlockNames]
  const words = names.map((each) => each.replaceAll(" ", "[ \\t_]+")).join("|")
  // A comment may stand behind it; it is read as one of the next line.
  const terminator = new RegExp(
    `^[ \\t]*END[ \\t_]+(?:${words})(?=[ \\t]*(?:$|'|//|REM(?![\\p{L}\\p{N}_])))`,
    "iu",
  )
  const lines: { start: number; end: number }[] = []
  let lastEnd = at
  let codeEnd: number | null = null
  let lineEnd = at
  while (lineEnd < source.length) {
    const start = skipLineBreak(source, lineEnd, source.length)
    lineEnd = findLineEnd(source, start, source.length)
    const text = source.slice(start, lineEnd)
    const closer = terminator.exec(text)
    if (closer !== null) return { lines, end: start + closer[0].length, isClosed: true }
    if (nextOpener.test(text)) break
    if (codeLine.test(text)) codeEnd ??= lastEnd
    lines.push({ start, end: lineEnd })
    if (text.trim() !== "") lastEnd = lineEnd
  }
  return { lines, end: isBlockName(name) ? (codeEnd ?? lastEnd) : at, isClosed: false }
}

/** Reads a body: common indentation removed, lines of blanks emptied, `${...}` found, `\${` left as characters. */
export function readBody(source: string, body: BodyLines, budget: Budget): Segment[] {
  const texts = body.lines.map(({ start, end }) => source.slice(start, end))
  const indent = findCommonIndent(texts)
  const list = new SegmentList()
  body.lines.forEach(({ start, end }, index) => {
    if (index > 0) list.add("\n")
    if ((texts[index] ?? "").trim() !== "") readLine(source, start + indent, end, budget, list)
  })
  return list.finish()
}

function readLine(source: string, start: number, end: number, budget: Budget, list: SegmentList) {
  let at = start
  while (at < end) {
    const run = countBackslashes(source, at, end)
    if (run > 0) {
      const isBeforeExpression = source.startsWith("${", at + run) && at + run + 2 <= end
      list.add("\\".repeat(isBeforeExpression ? run >> 1 : run))
      at += run
      if (isBeforeExpression && run % 2 === 1) {
        list.add("${")
        at += 2
      }
    } else if (source.startsWith("${", at) && at + 2 <= end) {
      at = scanInterpolation(source, at, end, budget, list)
    } else {
      list.add(source[at] ?? "")
      at++
    }
  }
}

function countBackslashes(source: string, at: number, end: number): number {
  let count = 0
  while (at + count < end && source[at + count] === "\\") count++
  return count
}

/** Units: characters shared by the beginnings of all lines that are not blank. */
function findCommonIndent(texts: readonly string[]): number {
  let common: string | null = null
  for (const text of texts) {
    if (text.trim() === "") continue
    const own = /^[ \t]*/.exec(text)?.[0] ?? ""
    if (common === null) common = own
    else {
      let same = 0
      while (same < common.length && common[same] === own[same]) same++
      common = common.slice(0, same)
    }
  }
  return common?.length ?? 0
}
