import type { LayoutTexts } from "../graph/model.ts"
import type { TextUnit } from "./text-units.ts"

/** Sets what a text is in a language; empty words take it away, the language stays. */
export function putText(
  texts: LayoutTexts,
  unit: Pick<TextUnit, "stepId" | "part" | "words">,
  language: string,
  words: string,
): LayoutTexts {
  const steps = texts[language] ?? {}
  const { [unit.part]: _, ...others } = steps[unit.stepId] ?? {}
  const parts =
    words.trim() === "" ? others : { ...others, [unit.part]: { of: unit.words, text: words } }
  return { ...texts, [language]: { ...steps, [unit.stepId]: parts } }
}

/** Adds languages without texts, and drops those that are not named. */
export function keepLanguages(texts: LayoutTexts, languages: readonly string[]): LayoutTexts {
  return Object.fromEntries(languages.map((language) => [language, texts[language] ?? {}]))
}
