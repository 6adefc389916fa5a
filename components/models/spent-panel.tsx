"use client"

import { useTranslation } from "react-i18next"
import styles from "../bots/settings/settings.module.css"
import { Panel } from "../ui/panel.tsx"
import type { ModelSettings } from "./model-shapes.ts"

/** What was spent this month, the dearest first. */
export function SpentPanel({ spent }: { spent: ModelSettings["spent"] }) {
  const { t, i18n } = useTranslation("bots")
  const money = new Intl.NumberFormat(i18n.language, {
    ...{ style: "currency", currency: "USD", maximumFractionDigits: 4 },
  })
  const plain = new Intl.NumberFormat(i18n.language)
  return (
    <Panel title={t("models.spent")} description={t("models.spentText")} isFlush>
      <ul className={styles.list}>
        {spent.length === 0 && (
          <li className={styles.row}>
            <span className={styles.quiet}>{t("models.spentEmpty")}</span>
          </li>
        )}
        {spent.map(({ bot, model, questions, tokens, keptTokens, dollars }) => (
          <li key={`${bot}/${model}`} className={styles.row}>
            <div className={styles.words}>
              <strong>{bot}</strong>
              <span className={styles.quiet}>
                {model} ·{" "}
                {t("models.spentRow", {
                  questions: plain.format(questions),
                  tokens: plain.format(tokens),
                })}
                {keptTokens > 0 && ` · ${t("models.kept", { tokens: plain.format(keptTokens) })}`}
              </span>
            </div>
            <strong>{money.format(dollars)}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
