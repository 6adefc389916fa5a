import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  type Completion as Option,
  snippet,
} from "@codemirror/autocomplete"
import type { Extension } from "@codemirror/state"
import { type Completion, completeAt } from "#basic/services/complete.ts"
import { describeWord } from "#basic/services/describe.ts"
import type { InsertPart } from "#basic/services/insertion.ts"
import { drawDoc } from "./draw-doc.ts"
import { modelOf } from "./model-field.ts"
import type { SourceWords } from "./source-words.ts"

const kinds: Readonly<Record<Completion["kind"], string>> = {
  command: "keyword",
  function: "function",
  variable: "variable",
  label: "constant",
  procedure: "method",
  member: "property",
  word: "keyword",
  type: "type",
  snippet: "keyword",
  table: "class",
}

/** The list of what may be written at the cursor, each with its page of the manual beside it. */
export const sourceCompletion = (words: SourceWords): Extension =>
  autocompletion({ override: [(context) => complete(context, words)], icons: false })

function complete(context: CompletionContext, words: SourceWords): CompletionResult | null {
  const model = modelOf(context.state)
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos)
  if (!context.explicit && !/[\p{L}\p{N}_.$]/u.test(before)) return null
  const found = completeAt(model, context.pos)
  const shortest = found.find(({ replaces }) => replaces.end === context.pos)
  if (shortest === undefined) return null
  // Phrases replace several words, names one: the list begins where the longer ones do.
  const from = Math.min(...found.map(({ replaces }) => replaces.start))
  const isTyping = context.pos > from || context.explicit || before === "."
  if (!isTyping) return null
  const word = shortest.replaces.start
  const isPhrase = found.some(
    ({ replaces, label }) => replaces.start === from && label.includes(" "),
  )
  const options = found
    .filter(({ replaces }) => replaces.start === from || !isPhrase || from === word)
    .map((each, index) => toOption(each, from, index, words))
  return { from, options, validFor: /^[\p{L}\p{N}_ $]*$/u }
}

function toOption(found: Completion, from: number, index: number, words: SourceWords): Option {
  const { describes } = found
  return {
    label: found.label,
    type: kinds[found.kind],
    boost: Math.max(-99, 50 - Math.floor(found.rank) * 4 - index / 1000),
    apply: (view, _option, _start, to) => {
      const start = Math.max(from, found.replaces.start)
      snippet(toTemplate(found.insert))(view, null, start, to)
    },
    ...(describes === null
      ? {}
      : {
          info: () => {
            const doc = describeWord(describes)
            return doc === null ? null : drawDoc(doc, words)
          },
        }),
  }
}

/** The template of a snippet; characters that mean something in one are escaped. */
function toTemplate(parts: readonly InsertPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string")
        return part.replace(/[#$]\{/g, "\\$&").replace(/\n {4}/g, "\n\t")
      return part.isText ? `"#{${part.hole}}"` : `#{${part.hole}}`
    })
    .join("")
}
