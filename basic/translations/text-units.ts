import type { Expression, Operand, Program, Statement } from "../ast/nodes.ts"
import { listStatements } from "../ast/walk.ts"
import { withoutOff } from "../ast/without-off.ts"
import { textParts } from "../graph/forms/words.ts"
import { showParts } from "../graph/show.ts"
import type { Span } from "../source/span.ts"

/** Something a step says to a person, as the author wrote it. */
export interface TextUnit {
  readonly stepId: string
  /** Which of the step's texts: "text", "prompt", "options.0". */
  readonly part: string
  /** Plain words, with `${...}` where values stand. */
  readonly words: string
  /** What the compiler meets for it: an expression, or the list that a statement keeps its words in. */
  readonly node: object
  readonly span: Span
}

/** Operands that people read, by keyword. */
const spokenOperands: Readonly<Record<string, readonly string[]>> = {
  TALK: ["text"],
  "TALK TO": ["text"],
  "SEND MESSAGE": ["text"],
  "ADD SUGGESTION": ["label"],
  "SEND FILE": ["caption"],
  "SEND FILE TO": ["caption"],
  "SEND MAIL": ["subject", "body"],
}

/**
 * Lists what a program says to people, in text order. Values and words without letters are not texts.
 *
 * Shape: `stepIds` are those of the layout, one for each statement.
 */
export function listTexts(
  program: Program,
  stepIds: readonly string[],
  source: string,
): TextUnit[] {
  const running = listRunning(program)
  return listStatements(program).flatMap(({ statement }, index) => {
    const stepId = running.has(statement) ? stepIds[index] : undefined
    if (stepId === undefined) return []
    return listSpoken(statement).flatMap(({ part, spoken }): TextUnit[] => {
      const words = wordsOf(spoken, source)
      if (words === null) return []
      const { span } = Array.isArray(spoken) ? statement : (spoken as Expression)
      return [{ stepId, part, words, node: spoken, span }]
    })
  })
}

/** What is switched off says nothing. */
function listRunning(written: Program): ReadonlySet<Statement> {
  const { program, originalOf } = withoutOff(written)
  return new Set(listStatements(program).map(({ statement }) => originalOf(statement)))
}

/** An expression, the parts of a text block, or the words of ON MESSAGE. */
type Spoken = Expression | readonly (string | Expression)[]

function listSpoken(statement: Statement): { part: string; spoken: Spoken }[] {
  switch (statement.kind) {
    case "HearStatement":
      return [
        ...(statement.prompt === null ? [] : [{ part: "prompt", spoken: statement.prompt }]),
        ...statement.options.map((spoken, index) => ({ part: `options.${index}`, spoken })),
      ]
    case "TextBlockStatement":
      return statement.block === "SYSTEM PROMPT" ? [] : [{ part: "text", spoken: statement.parts }]
    case "OnMessageStatement":
      return [{ part: "texts", spoken: statement.texts }]
    case "CommandStatement":
      return (spokenOperands[statement.keyword] ?? []).flatMap((part) => {
        const spoken = statement.operands[part]
        return isExpression(spoken) ? [{ part, spoken }] : []
      })
    default:
      return []
  }
}

const isExpression = (operand: Operand | undefined): operand is Expression =>
  operand !== undefined &&
  operand.kind !== "ExpressionList" &&
  operand.kind !== "FieldList" &&
  operand.kind !== "Word"

function wordsOf(spoken: Spoken, source: string): string | null {
  if (isWordList(spoken)) return spoken.some(hasLetters) ? spoken.join(", ") : null
  const parts = isParts(spoken) ? spoken : textParts(spoken)
  if (parts === null || !parts.some((part) => typeof part === "string" && hasLetters(part)))
    return null
  return showParts(parts, source)
}

const isParts = (spoken: Spoken): spoken is readonly (string | Expression)[] =>
  Array.isArray(spoken)

/** The words of ON MESSAGE are texts alone; a text block of one piece reads the same either way. */
const isWordList = (spoken: Spoken): spoken is readonly string[] =>
  isParts(spoken) && spoken.length > 1 && spoken.every((part) => typeof part === "string")

const hasLetters = (text: string): boolean => /\p{L}/u.test(text)
