"use client"

import { useTranslation } from "react-i18next"
import { ErrorState } from "../ui/error-state.tsx"
import { useErrorWords } from "./use-error-words.ts"

interface QueryErrorProps {
  error: unknown
  onRetry: () => void
  size?: "page" | "panel"
}

/** What a page shows in place of what could not be loaded. */
export function QueryError({ error, onRetry, size }: QueryErrorProps) {
  const { t } = useTranslation("common")
  const words = useErrorWords()(error)
  return (
    <ErrorState
      title={words.title}
      text={words.text}
      reference={words.requestId}
      retry={{ label: t("tryAgain"), run: onRetry }}
      size={size}
    />
  )
}
