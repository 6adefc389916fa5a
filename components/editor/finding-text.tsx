"use client"

import { Suspense } from "react"
import { MoreTexts } from "../i18n/builder-texts.tsx"
import type { SaidFinding } from "./say-finding.ts"
import { useFindingWords } from "./use-finding-words.ts"

/** What stopped a run, in the person's language; in English until its words are there. */
export function FindingText({ found }: { found: SaidFinding }) {
  return (
    <Suspense fallback={found.message}>
      <MoreTexts group="findings">
        <Words found={found} />
      </MoreTexts>
    </Suspense>
  )
}

function Words({ found }: { found: SaidFinding }) {
  const { message, hint } = useFindingWords()(found)
  return hint === null ? message : `${message} ${hint}`
}
