"use client"

import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { describeError, type ErrorWords } from "./describe-error.ts"

/** Gives the means to say an error in the person's language. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const { t } = useTranslation("problems")
  return useCallback((error: unknown) => describeError(error, t), [t])
}
