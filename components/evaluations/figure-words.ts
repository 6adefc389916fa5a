"use client"

import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { RunSummary } from "./evaluation-shapes.ts"

interface Count {
  readonly hits: number
  readonly of: number
}

type Target = Pick<RunSummary, "versionNumber" | "isLive" | "prompt">

/** Figures and what was asked, in the person's own language. */
export function useFigureWords() {
  const { t, i18n } = useTranslation("evaluations")
  return useMemo(() => {
    const { language } = i18n
    const percent = new Intl.NumberFormat(language, { style: "percent" })
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    const money = new Intl.NumberFormat(language, {
      ...{ style: "currency", currency: "USD", maximumFractionDigits: 4 },
    })
    return {
      count: ({ hits, of }: Count) => (of === 0 ? "–" : t("countOf", { hits, of })),
      share: (share: number | null) => (share === null ? "–" : percent.format(share)),
      seconds: (ms: number) => t("seconds", { seconds: number.format(ms / 1_000) }),
      money: (dollars: number) => money.format(dollars),
      targetOf: ({ versionNumber, isLive, prompt }: Target) => {
        const version = isLive ? "versionLive" : "versionOther"
        const target =
          versionNumber === null ? t("knowledgeAlone") : t(version, { number: versionNumber })
        return prompt === null ? target : `${target} · ${t("promptOf", { ...prompt })}`
      },
    }
  }, [t, i18n])
}
