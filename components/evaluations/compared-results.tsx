"use client"

import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { compareRuns } from "#catalog/evaluation/sum-up.ts"
import { ToneBadge } from "../ui/tone-badge.tsx"
import type { Result } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { ResultFacts } from "./result-list.tsx"

interface ComparedResultsProps {
  before: readonly Result[]
  after: readonly Result[]
}

const tones = { better: "good", worse: "bad", same: "plain", new: "plain", gone: "plain" } as const

/** Two runs side by side: what got worse first, then what got better. */
export function ComparedResults({ before, after }: ComparedResultsProps) {
  const { t } = useTranslation("evaluations")
  const compared = useMemo(() => compareRuns(before, after), [before, after])
  const changed = compared.filter(({ change }) => change !== "same")
  const countOf = (kind: string) => compared.filter(({ change }) => change === kind).length
  return (
    <>
      <p className={styles.summary} role="status">
        {t("compared", {
          ...{ better: countOf("better"), worse: countOf("worse"), same: countOf("same") },
        })}
      </p>
      <ul className={styles.list} aria-label={t("results")}>
        {changed.map(({ question, before: one, after: other, change }) => (
          <li key={question} className={styles.result}>
            <div className={styles.marks}>
              <ToneBadge tone={tones[change]}>{t(`change.${change}`)}</ToneBadge>
            </div>
            <p className={styles.asked} dir="auto">
              {question}
            </p>
            <div className={styles.pair}>
              {[one, other].map((result, at) => (
                <div key={at === 0 ? "before" : "after"}>
                  <h3 className={styles.side}>{t(at === 0 ? "sideBefore" : "sideAfter")}</h3>
                  {result === null ? <p>–</p> : <ResultFacts result={result} />}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
