"use client"

import "#components/ui/theme.css"

import { RootFailure } from "#components/shell/root-failure.tsx"

interface GlobalErrorProps {
  error: Error & { digest?: string }
  reset: () => void
}

export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return <RootFailure reference={error.digest ?? null} onRetry={reset} />
}
