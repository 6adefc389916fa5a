import type { Expression, NameExpression, Program } from "../ast/nodes.ts"
import { listStatements } from "../ast/walk.ts"
import { fromWords } from "../graph/forms/words.ts"
import type { Layout, LayoutTexts } from "../graph/model.ts"
import { normalizeName } from "../ir/names.ts"
import { nowhere } from "../source/span.ts"
import { listTexts, type TextUnit } from "./text-units.ts"

/** A text in another language, as the compiler takes it. */
export interface Variant {
  readonly language: string
  readonly words: string
  readonly value: Expression
}
/** By the node of the text: see `TextUnit`. */
export type Variants = ReadonlyMap<object, readonly Variant[]>

/** A text and what there is of it in one language. */
export interface TextFinding {
  readonly unit: TextUnit
  readonly language: string
  /** Null when there is none. */
  readonly words: string | null
  /** The text was changed since this was written for it. */
  readonly isStale: boolean
}

/** Languages that have texts of their own, in the order they were added. */
export const listLanguages = (layout: Layout): readonly string[] => Object.keys(layout.texts ?? {})

/**
 * Finds each text of a program in each language.
 *
 * A text that moved to another step, or was copied, brings its other languages along: what was written for
 * the same words anywhere in the flow counts. What was written for other words of the same place counts as
 * stale, unless those words still stand in the step.
 */
export function findVariants(
  units: readonly TextUnit[],
  texts: LayoutTexts,
  languages: readonly string[] = Object.keys(texts),
): TextFinding[] {
  const wordsByStep = new Map<string, Set<string>>()
  for (const { stepId, words } of units)
    wordsByStep.set(stepId, (wordsByStep.get(stepId) ?? new Set()).add(words))
  return languages.flatMap((language) => {
    const steps = texts[language] ?? {}
    const byWords = new Map<string, string>()
    for (const parts of Object.values(steps))
      for (const { of, text } of Object.values(parts)) if (!byWords.has(of)) byWords.set(of, text)
    return units.map((unit): TextFinding => {
      const parts = steps[unit.stepId] ?? {}
      const own = parts[unit.part]
      const same = own?.of === unit.words ? own : findSame(parts, unit.words)
      const words = same?.text ?? byWords.get(unit.words) ?? null
      if (words !== null) return { unit, language, words, isStale: false }
      const isLeft = own !== undefined && !wordsByStep.get(unit.stepId)?.has(own.of)
      return { unit, language, words: isLeft ? own.text : null, isStale: isLeft }
    })
  })
}

const findSame = (parts: LayoutTexts[string][string], words: string) =>
  Object.values(parts).find(({ of }) => of === words)

/** The texts of a program in other languages, for `link`; regions before their languages. */
export function readVariants(program: Program, layout: Layout, source: string): Variants {
  const variants = new Map<object, Variant[]>()
  if (layout.texts === undefined) return variants
  const units = listTexts(program, layout.stepIds, source)
  const found = findVariants(units, layout.texts)
  const names = listChoiceNames(program, found)
  for (const { unit, language, words } of found) {
    if (words === null || words.trim() === "") continue
    const known = variants.get(unit.node) ?? []
    variants.set(unit.node, known)
    known.push({ language, words, value: nameChoices(fromWords(words), language, names) })
  }
  for (const known of variants.values())
    known.sort((a, b) => Number(b.language.includes("-")) - Number(a.language.includes("-")))
  return variants
}

/** What the choices of menus are called in each language: variable, language, then source and label. */
type ChoiceNames = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>>

function listChoiceNames(program: Program, found: readonly TextFinding[]): ChoiceNames {
  const byNode = new Map<object, TextFinding[]>()
  for (const each of found)
    byNode.set(each.unit.node, [...(byNode.get(each.unit.node) ?? []), each])
  const names = new Map<string, Map<string, Map<string, string>>>()
  for (const { statement } of listStatements(program)) {
    if (statement.kind !== "HearStatement" || statement.target?.kind !== "NameExpression") continue
    const variable = normalizeName(statement.target.name)
    for (const option of statement.options)
      for (const { language, words, unit } of byNode.get(option) ?? []) {
        if (words === null || option.kind !== "TextLiteral") continue
        const languages = names.get(variable) ?? new Map<string, Map<string, string>>()
        names.set(variable, languages)
        const labels = languages.get(language) ?? new Map<string, string>()
        languages.set(language, labels.set(unit.words, words))
      }
  }
  return names
}

/** A choice that stands in a text is called there what the menu calls it in that language. */
function nameChoices(value: Expression, language: string, names: ChoiceNames): Expression {
  if (value.kind !== "TemplateLiteral") return value
  const parts = value.parts.map((part) => {
    if (typeof part === "string" || part.kind !== "NameExpression") return part
    const labels = names.get(normalizeName(part.name))?.get(language)
    return labels === undefined ? part : chooseLabel(part, labels)
  })
  return { ...value, parts }
}

const chooseLabel = (name: NameExpression, labels: ReadonlyMap<string, string>): Expression =>
  [...labels].reduceRight<Expression>(
    (whenFalse, [source, label]) => ({
      kind: "ConditionalExpression",
      span: name.span,
      test: {
        kind: "BinaryExpression",
        span: name.span,
        operator: "=",
        left: name,
        right: textOf(source),
      },
      whenTrue: textOf(label),
      whenFalse,
    }),
    name,
  )

const textOf = (value: string): Expression => ({
  kind: "TextLiteral",
  span: nowhere,
  value,
  isMultiline: false,
})
