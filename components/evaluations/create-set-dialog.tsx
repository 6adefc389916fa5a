"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { NewNameDialog } from "../ui/new-name-dialog.tsx"

interface CreateSetDialogProps {
  botId: string
  isOpen: boolean
  onClose: () => void
  onCreated: (setId: string) => void
}

export function CreateSetDialog({ botId, isOpen, onClose, onCreated }: CreateSetDialogProps) {
  const { t } = useTranslation("evaluations")
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
    <NewNameDialog
      isOpen={isOpen}
      title={t("new")}
      label={t("name")}
      proposed={t("proposedName")}
      maxLength={limits.nameChars}
      createLabel={t("create")}
      creation={{ ...create, mutate: (name) => create.mutate({ botId, name }) }}
      onClose={onClose}
    />
  )
}
