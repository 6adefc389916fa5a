import { isAmbient } from "../analyzer/ambient-names.ts"
import { findFunction } from "../keywords/index.ts"
import { normalName } from "../parser/normal-name.ts"
import type { Span, TextEdit } from "../source/span.ts"
import { occurrencesIn } from "./occurrences.ts"
import type { SourceModel } from "./source-model.ts"
import {
  listReferences,
  type NamedThing,
  occurrenceAt,
  proceduresOf,
  type Reference,
  thingAt,
  thingOf,
} from "./symbols.ts"

export type RenameRefusal =
  /** Nothing that has a name of the author's stands there. */
  | "not_a_name"
  /** A field of an object: others outside of the script may use it. */
  | "is_member"
  /** The new name cannot be one. */
  | "cannot_be_name"
  /** A word of the language. */
  | "is_word"
  /** Something else has it. */
  | "is_taken"
  /** The program would read differently. */
  | "changes_meaning"

export type RenameResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: RenameRefusal; readonly message: string }

const namePattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*\$?$/u
const reserved: ReadonlySet<string> = new Set(
  (
    "AND OR NOT TRUE FALSE NULL MOD IN IS LIKE BETWEEN IF THEN ELSE ELSEIF END ENDIF FOR EACH NEXT WHILE WEND DO LOOP UNTIL SELECT " +
    "SWITCH SUB FUNCTION RETURN EXIT GOTO GOSUB CALL CONTINUE BREAK LET CONST HEAR TALK PRINT ON BEGIN OPTION"
  ).split(" "),
)

/** The name at an offset as a field for the new one shows it; null when it cannot be renamed. */
export function prepareRename(
  model: SourceModel,
  offset: number,
): (Span & { readonly text: string }) | null {
  const occurrence = occurrenceAt(model, offset)
  if (occurrence === null || thingOf(model, occurrence) === null) return null
  const { start, end, text } = occurrence
  return { start, end, text }
}

/**
 * Renames a variable, parameter, label, SUB or FUNCTION everywhere it is meant, and nowhere else.
 *
 * Shape: refuses with a sentence when the new name is taken, is a word of the language, or when the renamed program
 *        would not name the same things in the same places.
 */
export function renameAt(model: SourceModel, offset: number, newName: string): RenameResult {
  const name = newName.trim()
  const thing = thingAt(model, offset)
  if (thing === null) return refuseNothing(model, offset)
  if (!namePattern.test(name))
    return refuse(
      "cannot_be_name",
      `"${name.slice(0, 40)}" cannot be a name. Begin with a letter, and use letters, digits and _ only.`,
    )
  const wanted = normalName(name)
  if (reserved.has(wanted))
    return refuse("is_word", `${name} is a word of the language. Choose another name.`)
  const places = listReferences(model, thing)
  const taken = wanted === thing.name ? null : findTaken(model, thing, wanted)
  if (taken !== null) return refuse("is_taken", taken)
  const edits = places.map(({ start, end }) => ({ span: { start, end }, text: name }))
  return keepsMeaning(model, thing, { edits, places, wanted })
    ? { ok: true, edits }
    : refuse(
        "changes_meaning",
        `With the name ${name} the script would mean something else. Choose another name.`,
      )
}

const refuse = (reason: RenameRefusal, message: string): RenameResult => ({
  ok: false,
  reason,
  message,
})

function refuseNothing(model: SourceModel, offset: number): RenameResult {
  const isMember = occurrenceAt(model, offset)?.kind === "member"
  return isMember
    ? refuse("is_member", "This is a field of an object. Other scripts and services may use it.")
    : refuse(
        "not_a_name",
        "Put the cursor on a variable, a label, or the name of a SUB or FUNCTION.",
      )
}

/** A sentence about what has the name already; null when nothing has. */
function findTaken(model: SourceModel, thing: NamedThing, wanted: string): string | null {
  const line = (at: number) => model.lines.positionAt(at).line
  const isCallable = thing.kind === "procedure"
  if (isCallable && (proceduresOf(model).has(wanted) || findFunction(wanted) !== null))
    return proceduresOf(model).has(wanted)
      ? `There is a SUB or FUNCTION ${wanted} already. Choose another name.`
      : `${wanted} is a function of the language. Choose another name.`
  if (thing.kind === "variable" && isAmbient(wanted))
    return `${wanted} is given to every script. Choose another name.`
  const flow = thing.kind === "parameter" ? thing.key.split(":")[1] : null
  for (const segment of model.segments) {
    if (!segment.words.has(wanted)) continue
    for (const each of occurrencesIn(segment, model.source)) {
      if (each.name !== wanted || each.isGuess) continue
      const other = thingOf(model, each)
      if (other === null || !clashes(thing, other, each.flow, flow ?? null)) continue
      const by = segment.start - segment.origin
      const what = other.kind === "label" ? "a label" : `a ${other.kind}`
      return `There is ${what} ${each.text} already, in line ${line(each.start + by)}. Choose another name.`
    }
  }
  return null
}

function clashes(
  thing: NamedThing,
  other: NamedThing,
  otherFlow: string | null,
  flow: string | null,
): boolean {
  if (thing.kind === "label") return other.kind === "label" && sameFlow(thing, other)
  if (thing.kind === "procedure") return other.kind === "procedure"
  if (other.kind === "label" || other.kind === "procedure") return false
  return thing.kind === "parameter" ? otherFlow === flow : true
}

const sameFlow = (a: NamedThing, b: NamedThing): boolean =>
  a.key.split(":")[1] === b.key.split(":")[1]

/** Reads the renamed text and finds the thing in the same places, and no error that was not there. */
function keepsMeaning(
  model: SourceModel,
  thing: NamedThing,
  renaming: {
    readonly edits: readonly TextEdit[]
    readonly places: readonly Reference[]
    readonly wanted: string
  },
): boolean {
  const { edits, places, wanted } = renaming
  const after = model.edit(edits)
  const key = thing.key.slice(0, thing.key.length - thing.name.length) + wanted
  const there = listReferences(after, { key, kind: thing.kind, name: wanted })
  const errorsOf = ({ diagnostics }: SourceModel) =>
    diagnostics.filter(({ severity }) => severity === "error").length
  return (
    there.length === places.length &&
    there.every(({ role }, index) => role === places[index]?.role) &&
    errorsOf(after) <= errorsOf(model)
  )
}
