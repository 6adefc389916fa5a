"use client"

import { useTranslation } from "react-i18next"
import type { PromptVariable } from "#catalog/prompts/prompt-variable.ts"
import { renderPrompt } from "#catalog/prompts/render-prompt.ts"
import styles from "./prompts.module.css"

interface TextPreviewProps {
  text: string
  variables: readonly PromptVariable[]
}

/** What a model is told, with the samples in the holes; or which value is missing. */
export function TextPreview({ text, variables }: TextPreviewProps) {
  const { t } = useTranslation("prompts")
  const values = Object.fromEntries(variables.map(({ name, sample }) => [name, sample]))
  const rendered = renderPrompt(text, variables, values)
  return (
    <section aria-label={t("preview")}>
      <h2 className={styles.heading}>{t("preview")}</h2>
      {rendered.ok ? (
        <p className={styles.preview} dir="auto">
          {rendered.text}
        </p>
      ) : (
        <p className={styles.problem} role="status">
          {t(rendered.problem === "missing" ? "sampleMissing" : "sampleRefused", {
            name: `{{${rendered.name}}}`,
            interpolation: { escapeValue: false },
          })}
        </p>
      )}
    </section>
  )
}
