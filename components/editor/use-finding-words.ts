"use client"

import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { type FindingWords, type SaidFinding, sayFinding } from "./say-finding.ts"

/** Says what a finding says, in the person's language. */
export function useFindingWords(): (found: SaidFinding) => FindingWords {
  const { t, i18n } = useTranslation("findings")
  return useMemo(
    () => (found: SaidFinding) =>
      sayFinding(found, (key, facts) =>
        i18n.exists(`findings:${key}`)
          ? (t(key as never, facts as never) as unknown as string)
          : null,
      ),
    [t, i18n],
  )
}
