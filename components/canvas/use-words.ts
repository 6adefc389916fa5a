"use client"

import { useTranslation } from "react-i18next"
import { isNamespace } from "../i18n/namespaces.ts"

export type Words = (key: string, values?: Readonly<Record<string, string>>) => string

/**
 * Reads a text by the key a definition names: "steps.talk" is `talk` of the catalogue `steps`. A key without a
 * text (a keyword newer than the catalogue) shows its own name rather than nothing.
 */
export function useWords(): Words {
  const { t, i18n } = useTranslation()
  return (key, values = {}) => {
    const dot = key.indexOf(".")
    const [namespace, plain] = [key.slice(0, dot), key.slice(dot + 1)]
    const name = pickVariant(plain, values, (variant) => i18n.exists(`${namespace}:${variant}`))
    if (!isNamespace(namespace) || name === null) return plain.replaceAll("_", " ")
    // The key is data, so the compiler cannot know it; `exists` above did.
    return t(`${namespace}:${name}` as never, values as never) as unknown as string
  }
}

/** A step with a question says it: "ask.prompt" instead of "ask" when there is a prompt. Null: no text at all. */
function pickVariant(
  name: string,
  values: Readonly<Record<string, string>>,
  exists: (name: string) => boolean,
): string | null {
  const hasPrompt = (values.prompt ?? "") !== "" && values.prompt !== emptyMark
  if (hasPrompt && exists(`${name}.prompt`)) return `${name}.prompt`
  return exists(name) ? name : null
}

/** A stretch of a text: the catalogue's own words, or an argument as the author wrote it. */
export interface WordPart {
  readonly text: string
  readonly isArgument: boolean
}

/** Characters no text contains; they survive the catalogue and show where arguments begin and end. */
const [opens, closes] = ["\u{e000}", "\u{e001}"]
const emptyMark = opens + closes

/** Reads a text like `useWords`, in parts, so that arguments can be told apart from the words around them. */
export function useWordParts(
  key: string,
  values: Readonly<Record<string, string>>,
): readonly WordPart[] {
  const words = useWords()
  const marked = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, opens + value + closes]),
  )
  return words(key, marked)
    .split(opens)
    .flatMap((piece, index): WordPart[] => {
      if (index === 0) return [{ text: piece, isArgument: false }]
      const [argument = "", rest = ""] = piece.split(closes)
      return [
        { text: argument, isArgument: true },
        { text: rest, isArgument: false },
      ]
    })
    .filter((part) => part.text !== "")
}
