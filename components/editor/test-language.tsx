"use client"

import { Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { listLanguages } from "#basic"
import type { BuilderStore } from "./builder-store.ts"
import { nameLanguage } from "./language-names.ts"
import styles from "./step-texts.module.css"

interface TestLanguageProps {
  readonly store: BuilderStore
  readonly language: string
  readonly onChange: (language: string) => void
}

const original = "original"

/** In which of its languages the bot is tried; nothing while it has only one. */
export function TestLanguage({ store, language, onChange }: TestLanguageProps) {
  const { t, i18n } = useTranslation("builder")
  const layout = useStore(store, (state) => state.document.layout)
  const languages = listLanguages(layout)
  if (languages.length === 0) return null
  // A tag that no text is written in: what steps say as they stand, and English where they refuse an answer.
  const plain = languages.includes("en") ? "und" : "en"
  return (
    <div className={styles.test}>
      <Select
        size="xs"
        aria-label={t("chat.language")}
        allowDeselect={false}
        data={[
          { value: original, label: t("texts.original") },
          ...languages.map((tag) => ({ value: tag, label: nameLanguage(tag, i18n.language) })),
        ]}
        value={languages.includes(language) ? language : original}
        onChange={(tag) => onChange(tag === null || tag === original ? plain : tag)}
      />
    </div>
  )
}
