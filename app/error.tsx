"use client"

import { PageFailure } from "#components/shell/page-failure.tsx"

interface ErrorPageProps {
  error: Error & { digest?: string }
  reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <PageFailure reference={error.digest ?? null} onRetry={reset} />
}
