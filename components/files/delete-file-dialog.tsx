"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Trans, useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import type { DriveFile } from "./drive-file.ts"

interface DeleteFileDialogProps {
  botId: string
  file: DriveFile
  isOpen: boolean
  onClose: () => void
}

export function DeleteFileDialog({ botId, file, isOpen, onClose }: DeleteFileDialogProps) {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const remove = useMutation(
    trpc.files.delete.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.files.list.queryFilter({ botId }))
        tellDone(t("deleted", { name: file.path }))
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("files.deleteTitle")}
      consequence={
        <Trans
          t={t}
          i18nKey="files.deleteConsequence"
          values={{ name: file.path }}
          components={{ b: <strong /> }}
        />
      }
      confirmLabel={t("files.deleteConfirm")}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ botId, fileId: file.id })}
      onCancel={onClose}
    />
  )
}
