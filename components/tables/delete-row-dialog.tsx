"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Trans, useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"

interface DeleteRowDialogProps {
  botId: string
  table: string
  rowKey: string
  isOpen: boolean
  onClose: () => void
}

export function DeleteRowDialog({ botId, table, rowKey, isOpen, onClose }: DeleteRowDialogProps) {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const remove = useMutation(
    trpc.tables.deleteRow.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.tables.rows.queryFilter())
        queryClient.invalidateQueries(trpc.tables.list.queryFilter({ botId }))
        tellDone(t("deleted", { name: rowKey }))
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("tables.deleteTitle")}
      consequence={
        <Trans
          t={t}
          i18nKey="tables.deleteConsequence"
          values={{ name: rowKey, table }}
          components={{ b: <strong /> }}
        />
      }
      confirmLabel={t("tables.deleteConfirm")}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ botId, table, key: rowKey })}
      onCancel={onClose}
    />
  )
}
