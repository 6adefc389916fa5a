"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { NameDialog } from "../ui/name-dialog.tsx"

interface CreateBaseDialogProps {
  botId: string
  isOpen: boolean
  onClose: () => void
}

export function CreateBaseDialog({ botId, isOpen, onClose }: CreateBaseDialogProps) {
  const { t } = useTranslation(["knowledge", "common"])
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
    <NameDialog
      isOpen={isOpen}
      title={t("newBase")}
      label={t("baseName")}
      initial={t("documents")}
      isProposed
      maxLength={limits.nameChars}
      saveLabel={t("create")}
      cancelLabel={t("common:cancel")}
      isBusy={create.isPending}
      onSave={(name) => create.mutate({ botId, name })}
      onCancel={onClose}
    />
  )
}
