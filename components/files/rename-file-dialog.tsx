"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { NameDialog } from "../ui/name-dialog.tsx"
import type { DriveFile } from "./drive-file.ts"

interface RenameFileDialogProps {
  botId: string
  file: DriveFile
  isOpen: boolean
  onClose: () => void
}

/** Renames a file, or moves it: the whole path is what is edited. */
export function RenameFileDialog({ botId, file, isOpen, onClose }: RenameFileDialogProps) {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const rename = useMutation(
    trpc.files.rename.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.files.list.queryFilter({ botId }))
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <NameDialog
      isOpen={isOpen}
      title={t("files.renameTitle")}
      label={t("files.path")}
      initial={file.path}
      maxLength={limits.filePathChars}
      saveLabel={t("common:save")}
      isBusy={rename.isPending}
      onSave={(path) => rename.mutate({ botId, fileId: file.id, path })}
      onCancel={onClose}
    />
  )
}
