"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

/** What may be done to sets and runs; afterwards everything about them is asked for again. */
export function useEvaluationActs(onDone: () => void = () => {}) {
  const { t } = useTranslation("common")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const onError = tellError
  const refresh = () => queryClient.invalidateQueries(trpc.evaluations.pathFilter())
  const onSuccess = async () => {
    await refresh()
    onDone()
  }
  const onSaved = async () => {
    await onSuccess()
    tellDone(t("saved"))
  }
  return {
    saveSet: useMutation(trpc.evaluations.saveSet.mutationOptions({ onSuccess: onSaved, onError })),
    importSet: useMutation(
      trpc.evaluations.importSet.mutationOptions({ onSuccess: onSaved, onError }),
    ),
    deleteSet: useMutation(trpc.evaluations.deleteSet.mutationOptions({ onSuccess, onError })),
    startRun: useMutation(trpc.evaluations.startRun.mutationOptions({ onSuccess, onError })),
    stopRun: useMutation(trpc.evaluations.stopRun.mutationOptions({ onSuccess, onError })),
    deleteRun: useMutation(trpc.evaluations.deleteRun.mutationOptions({ onSuccess, onError })),
  }
}
