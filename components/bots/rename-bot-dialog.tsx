"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { NameDialog } from "../ui/name-dialog.tsx"

interface RenameBotDialogProps {
  bot: { readonly id: string; readonly name: string }
  isOpen: boolean
  onClose: () => void
}

export function RenameBotDialog({ bot, isOpen, onClose }: RenameBotDialogProps) {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const rename = useMutation(
    trpc.bots.rename.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.bots.pathFilter())
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <NameDialog
      isOpen={isOpen}
      title={t("renameTitle")}
      label={t("name")}
      initial={bot.name}
      maxLength={limits.nameChars}
      saveLabel={t("common:save")}
      isBusy={rename.isPending}
      onSave={(name) => rename.mutate({ botId: bot.id, name })}
      onCancel={onClose}
    />
  )
}
