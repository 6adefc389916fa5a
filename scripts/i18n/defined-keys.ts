import { emptyLayout, openDocument, paletteEntries, stepForm } from "../../basic/index.ts"
import type { Keyword } from "../../basic/keywords/define.ts"
import { functions } from "../../basic/keywords/functions.ts"
import { grammarForms } from "../../basic/keywords/grammar-forms.ts"
import { commands } from "../../basic/keywords/index.ts"
import { describeForm, describeKeyword } from "../../basic/services/describe.ts"
import { errors } from "../../catalog/errors.ts"
import { operandKey, summaryKey } from "../../components/editor/source/word-keys.ts"

/** A text that a definition promises: a step's title, a field's label, an error's words. */
export interface DefinedKey {
  readonly namespace: string
  readonly key: string
  /** Which definition asks for it. */
  readonly source: string
}

/** Lists the texts that definitions ask for by name, which no code spells out. */
export function listDefinedKeys(): readonly DefinedKey[] {
  return [
    ...listErrorKeys(),
    ...paletteEntries().flatMap(listStepKeys),
    ...typedSteps.flatMap((snippet) => listSnippetKeys(snippet, snippet)),
    ...functions.map(({ name }) => ({
      namespace: "source",
      key: `word.${name}`,
      source: `the function ${name}`,
    })),
    ...listWordKeys(),
  ]
}

/** What the source view says about commands without a step of their own, and about operands. */
function listWordKeys(): readonly DefinedKey[] {
  const docs = [
    ...commands.map((command) => describeKeyword(command)),
    ...(functions as readonly Keyword[]).map((definition) => describeKeyword(definition)),
    ...grammarForms.map(describeForm),
  ]
  return docs.flatMap((doc) => {
    const source = `the ${doc.sort} ${doc.name}`
    const isOwn = doc.sort !== "function" && doc.step === null
    const keys = doc.operands.map((operand) => operandKey(operand.doc))
    if (isOwn) keys.push(summaryKey(doc))
    return keys.map((key) => ({ namespace: "source", key, source }))
  })
}

/** Steps that nobody is offered, and that come from the text alone. */
const typedSteps = [
  ...[
    "IF (( THEN",
    "FROBNICATE the bot",
    "GOSUB a",
    "DO\nLOOP UNTIL x > 1",
    "DO\nLOOP WHILE x > 1",
  ],
  ...["ON ERROR GOTO 0", "ON ERROR RESUME NEXT", "OPTION A ON", "LEN(x)"],
]

function listErrorKeys(): readonly DefinedKey[] {
  return Object.keys(errors).flatMap((code) =>
    ["title", "text"].map((part) => ({
      namespace: "problems",
      key: `${code}.${part}`,
      source: "catalog/errors.ts",
    })),
  )
}

/** What the canvas shows of a step just dropped: its title, its ways out and its settings. */
function listStepKeys(entry: ReturnType<typeof paletteEntries>[number]): readonly DefinedKey[] {
  const title = entry.titleKey.replace(/^steps\./, "palette.")
  return [toKey(title, entry.keyword), ...listSnippetKeys(entry.snippet, entry.keyword)]
}

function listSnippetKeys(snippet: string, source: string): readonly DefinedKey[] {
  const document = openDocument(snippet, emptyLayout)
  const steps = document.flows.flatMap(({ groups }) => groups).flatMap((group) => group.steps)
  const dotted: string[] = []
  for (const step of steps) {
    dotted.push(step.titleKey, `${step.titleKey}.summary`, `palette.family_${step.family}`)
    for (const { labelKey } of step.outlets) if (labelKey) dotted.push(labelKey)
    for (const field of stepForm(document, step.id)?.fields ?? []) {
      dotted.push(field.labelKey)
      for (const option of field.options ?? []) dotted.push(`options.${option}`)
    }
  }
  return dotted.map((key) => toKey(key, source))
}

function toKey(dotted: string, source: string): DefinedKey {
  const dot = dotted.indexOf(".")
  return { namespace: dotted.slice(0, dot), key: dotted.slice(dot + 1), source }
}
