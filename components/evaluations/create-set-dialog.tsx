"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { NameDialog } from "../ui/name-dialog.tsx"

interface CreateSetDialogProps {
  botId: string
  isOpen: boolean
  onClose: () => void
  onCreated: (setId: string) => void
}

export function CreateSetDialog({ botId, isOpen, onClose, onCreated }: CreateSetDialogProps) {
  const { t } = useTranslation(["evaluations", "common"])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const create = useMutation(
    trpc.evaluations.createSet.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(trpc.evaluations.list.queryFilter({ botId }))
        onCreated(id)
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <NameDialog
      isOpen={isOpen}
      title={t("new")}
      label={t("name")}
      initial={t("proposedName")}
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
