"use client"

import { type ReactNode, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { MoreTexts } from "./builder-texts.tsx"
import type { TextGroup } from "./namespaces.ts"

/** A page whose words are fetched with it; the shapes of its rows stand there until they have come. */
export function PageTexts({ group, children }: { group: TextGroup; children: ReactNode }) {
  const { t } = useTranslation("common")
  return (
    <Suspense fallback={<RowSkeletons label={t("loading")} />}>
      <MoreTexts group={group}>{children}</MoreTexts>
    </Suspense>
  )
}
