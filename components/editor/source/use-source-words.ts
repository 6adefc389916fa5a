"use client"

import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useFindingWords } from "../use-finding-words.ts"
import type { SourceWords } from "./source-words.ts"
import { operandKey, summaryKey } from "./word-keys.ts"

/** The words of the source view; the same object as long as the language is. */
export function useSourceWords(): SourceWords {
  const { t, i18n } = useTranslation("source")
  const finding = useFindingWords()
  return useMemo(
    // The keys are data of the editor's parts; `check i18n` holds them to the catalogue.
    () => ({
      say: (key, values = {}) => t(key as never, values as never) as unknown as string,
      summary: (doc) => {
        const keys = [`steps:${doc.step}.summary`, `source:${summaryKey(doc)}`]
        const key = keys.find((each) => i18n.exists(each))
        return key === undefined ? doc.summary : (t(key as never) as unknown as string)
      },
      operand: (sentence) => {
        const key = `source:${operandKey(sentence)}`
        return i18n.exists(key) ? (t(key as never) as unknown as string) : sentence
      },
      finding,
    }),
    [t, i18n, finding],
  )
}
