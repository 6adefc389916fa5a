"use client"

import { notifications } from "@mantine/notifications"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import type { Diagnostic } from "#basic"
import { addTexts } from "../i18n/add-texts.ts"
import { useLanguage } from "../i18n/texts-provider.tsx"
import type { BuilderStore } from "./builder-store.ts"
import { useFindingWords } from "./use-finding-words.ts"

/** Says once why a gesture was not possible, in the person's language. */
export function useRefusals(store: BuilderStore) {
  const { t, i18n } = useTranslation("builder")
  const { language } = useLanguage()
  const wordsOf = useFindingWords()
  useEffect(() => {
    const show = (refusal: Diagnostic) => {
      const { message, hint } = wordsOf(refusal)
      notifications.show({
        id: "refusal",
        title: t("refused"),
        message: hint === null ? message : `${message} ${hint}`,
        color: "yellow",
        autoClose: 8000,
      })
    }
    return store.subscribe(({ refusal, dismissRefusal }) => {
      if (!refusal) return
      dismissRefusal()
      const say = () => show(refusal)
      addTexts(i18n, language, "findings").then(say, say)
    })
  }, [store, t, i18n, language, wordsOf])
}
