"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

/** What every change of what a bot understands does afterwards. */
export function useAfterChange(onDone?: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellError } = useToasts()
  return {
    onSuccess: () => {
      queries.invalidateQueries(trpc.understanding.pathFilter())
      onDone?.()
    },
    onError: tellError,
  }
}

/** Deletes an intent. */
export function useForgetIntent() {
  const trpc = useTRPC()
  return useMutation(trpc.understanding.deleteIntent.mutationOptions(useAfterChange()))
}

/** Deletes an entity. */
export function useForgetEntity() {
  const trpc = useTRPC()
  return useMutation(trpc.understanding.deleteEntity.mutationOptions(useAfterChange()))
}
