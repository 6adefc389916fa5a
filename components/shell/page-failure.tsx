"use client"

import { useTranslation } from "react-i18next"
import { ErrorState } from "../ui/error-state.tsx"

interface PageFailureProps {
  /** What the log of the server calls this failure; null when it happened in the browser. */
  reference: string | null
  onRetry: () => void
}

/** What stands in the place of a page that broke while it was drawn. */
export function PageFailure({ reference, onRetry }: PageFailureProps) {
  const { t } = useTranslation(["shell", "common"])
  return (
    <ErrorState
      order={1}
      title={t("failure.title")}
      text={t("failure.text")}
      reference={reference}
      retry={{ label: t("common:tryAgain"), run: onRetry }}
    />
  )
}
