"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { NameDialog } from "../ui/name-dialog.tsx"

interface CreateOrganizationDialogProps {
  isOpen: boolean
  onClose: () => void
  onCreated: (id: string) => void
}

export function CreateOrganizationDialog({
  isOpen,
  onClose,
  onCreated,
}: CreateOrganizationDialogProps) {
  const { t } = useTranslation(["shell", "common"])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const create = useMutation(
    trpc.orgs.create.mutationOptions({
      onSuccess: async (organization) => {
        await queryClient.invalidateQueries(trpc.account.me.queryFilter())
        onClose()
        onCreated(organization.id)
      },
      onError: tellError,
    }),
  )
  return (
    <NameDialog
      isOpen={isOpen}
      title={t("organization.create")}
      label={t("organization.name")}
      initial=""
      maxLength={limits.nameChars}
      saveLabel={t("common:create")}
      isBusy={create.isPending}
      onSave={(name) => create.mutate({ name })}
      onCancel={onClose}
    />
  )
}
