import { grammarForms } from "../keywords/grammar-forms.ts"
import { findFunction } from "../keywords/index.ts"
import type { SourceLine } from "../lexer/token.ts"
import type { Span } from "../source/span.ts"
import { describeKeyword, describeWord, type WordDoc } from "./describe.ts"
import { commandOf, findPhrase, toPieces } from "./match-forms.ts"
import { findDefinition } from "./navigate.ts"
import type { SourceModel } from "./source-model.ts"
import { listReferences, type NamedThing, occurrenceAt, segmentAt, thingOf } from "./symbols.ts"

/** What stands under the pointer: a word of the language, or a name of the author's. */
export type Hover = Span &
  (
    | { readonly kind: "word"; readonly doc: WordDoc }
    | {
        readonly kind: "name"
        readonly thing: NamedThing["kind"]
        readonly name: string
        /** The line that makes it, as written; null when nothing does. */
        readonly definition: { readonly line: number; readonly text: string } | null
        /** Units: places that name it. */
        readonly count: number
      }
  )

/** Describes what stands at an offset; null where nothing has a meaning. */
export function hoverAt(model: SourceModel, offset: number): Hover | null {
  return hoverName(model, offset) ?? hoverWord(model, offset)
}

function hoverName(model: SourceModel, offset: number): Hover | null {
  const occurrence = occurrenceAt(model, offset)
  const thing = occurrence === null ? null : thingOf(model, occurrence)
  if (occurrence === null || thing === null) return null
  const definition = findDefinition(model, offset)
  if (definition === null && findFunction(occurrence.name) !== null) return null
  const line = definition === null ? null : model.lines.positionAt(definition.start).line
  return {
    kind: "name",
    start: occurrence.start,
    end: occurrence.end,
    thing: thing.kind,
    name: definition?.text ?? occurrence.text,
    definition: line === null ? null : { line, text: model.lines.lineText(line).trim() },
    count: listReferences(model, thing).length,
  }
}

/** Words that belong to a statement another word begins. */
const partOf: Readonly<Record<string, string>> = {
  ELSE: "IF",
  ELSEIF: "IF",
  THEN: "IF",
  ENDIF: "IF",
  NEXT: "FOR EACH",
  EACH: "FOR EACH",
  WEND: "WHILE",
  CASE: "SELECT CASE",
  SELECT: "SELECT CASE",
  SWITCH: "SELECT CASE",
  ASK: "HEAR",
  GOSUB: "GOTO",
}

function hoverWord(model: SourceModel, offset: number): Hover | null {
  const segment = segmentAt(model, offset)
  if (segment === null) return null
  const by = segment.start - segment.origin
  const at = offset - by
  const line = segment.lines.find((each) => each.start <= at && at <= each.end)
  if (line?.kind === "textBlock") return hoverBlock(line, at, by)
  if (line?.kind !== "code") return null
  const pieces = toPieces(line.tokens)
  const under = pieces.findIndex(({ word, start, end }) => word !== null && start <= at && at < end)
  if (under < 0) return null
  for (let from = Math.max(0, under - 5); from <= under; from++) {
    const phrase = findPhrase(pieces, from)
    const last = phrase === null ? undefined : pieces[from + phrase.count - 1]
    const first = pieces[from]
    if (phrase === null || from + phrase.count <= under || !first || !last) continue
    const keyword = commandOf(phrase) ?? phrase.node.callable
    if (keyword === null) continue
    return {
      kind: "word",
      start: first.start + by,
      end: last.end + by,
      doc: describeKeyword(keyword),
    }
  }
  return hoverGrammar(pieces, under, by)
}

function hoverGrammar(
  pieces: ReturnType<typeof toPieces>,
  under: number,
  by: number,
): Hover | null {
  const piece = pieces[under]
  if (piece?.word === null || piece === undefined) return null
  const word = piece.word
  const name = pieces[under - 1]?.word === "END" ? word : (partOf[word] ?? word)
  const pair = `${word} ${pieces[under + 1]?.word ?? ""}`
  const form =
    grammarForms.find(({ keyword }) => keyword === pair) ??
    grammarForms.find(({ keyword }) => keyword === (partOf[name] ?? name)) ??
    grammarForms.find(({ keyword }) => keyword.startsWith(`${word} `) && under === 0)
  const doc = form === undefined ? null : describeWord(form.keyword)
  return doc === null ? null : { kind: "word", start: piece.start + by, end: piece.end + by, doc }
}

/** The first line of BEGIN TALK. */
function hoverBlock(
  line: SourceLine & { kind: "textBlock" },
  at: number,
  by: number,
): Hover | null {
  const end = line.start + "BEGIN ".length + line.name.length
  const doc = at > end ? null : describeWord(`BEGIN ${line.name}`)
  return doc === null ? null : { kind: "word", start: line.start + by, end: end + by, doc }
}
