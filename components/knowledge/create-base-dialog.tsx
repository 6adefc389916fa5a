"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { NewNameDialog } from "../ui/new-name-dialog.tsx"

interface CreateBaseDialogProps {
  botId: string
  isOpen: boolean
  onClose: () => void
}

export function CreateBaseDialog({ botId, isOpen, onClose }: CreateBaseDialogProps) {
  const { t } = useTranslation("knowledge")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const create = useMutation(
    trpc.knowledge.createBase.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.knowledge.bases.queryFilter({ botId }))
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <NewNameDialog
      isOpen={isOpen}
      title={t("newBase")}
      label={t("baseName")}
      proposed={t("documents")}
      maxLength={limits.nameChars}
      createLabel={t("create")}
      creation={{ ...create, mutate: (name) => create.mutate({ botId, name }) }}
      onClose={onClose}
    />
  )
}
