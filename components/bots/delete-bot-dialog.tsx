"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Trans, useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"

interface DeleteBotDialogProps {
  bot: { readonly id: string; readonly name: string }
  isOpen: boolean
  onClose: () => void
}

export function DeleteBotDialog({ bot, isOpen, onClose }: DeleteBotDialogProps) {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const remove = useMutation(
    trpc.bots.delete.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.bots.list.queryFilter())
        tellDone(t("deleted", { name: bot.name }))
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("deleteTitle")}
      consequence={
        <Trans
          t={t}
          i18nKey="deleteConsequence"
          values={{ name: bot.name }}
          components={{ b: <strong /> }}
        />
      }
      confirmLabel={t("deleteConfirm")}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ botId: bot.id })}
      onCancel={onClose}
    />
  )
}
