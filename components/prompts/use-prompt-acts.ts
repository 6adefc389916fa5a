"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

/** What may be done to a prompt; afterwards every list of prompts is asked for again. */
export function usePromptActs(onDone: () => void = () => {}) {
  const { t } = useTranslation("common")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const onError = tellError
  const onSuccess = async () => {
    await queryClient.invalidateQueries(trpc.prompts.pathFilter())
    tellDone(t("saved"))
    onDone()
  }
  return {
    saveVersion: useMutation(trpc.prompts.saveVersion.mutationOptions({ onSuccess, onError })),
    setLive: useMutation(trpc.prompts.setLive.mutationOptions({ onSuccess, onError })),
    update: useMutation(trpc.prompts.update.mutationOptions({ onSuccess, onError })),
    startSplit: useMutation(trpc.prompts.startSplit.mutationOptions({ onSuccess, onError })),
    endSplit: useMutation(trpc.prompts.endSplit.mutationOptions({ onSuccess, onError })),
  }
}
