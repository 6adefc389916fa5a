"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Trans, useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { NameDialog } from "../ui/name-dialog.tsx"

export type KeyAct = "rename" | "revoke"

interface KeyActDialogProps {
  apiKey: { readonly id: string; readonly name: string; readonly prefix: string }
  act: KeyAct
  onClose: () => void
}

export function KeyActDialog({ apiKey, act, onClose }: KeyActDialogProps) {
  const { t } = useTranslation(["keys", "common"])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const after = {
    onSuccess: async () => {
      await queryClient.invalidateQueries(trpc.apiKeys.pathFilter())
      onClose()
    },
    onError: tellError,
  }
  const rename = useMutation(trpc.apiKeys.rename.mutationOptions(after))
  const revoke = useMutation(trpc.apiKeys.revoke.mutationOptions(after))
  const { id: keyId, name, prefix } = apiKey
  if (act === "rename")
    return (
      <NameDialog
        isOpen
        title={t("rename")}
        label={t("name")}
        initial={name}
        maxLength={limits.nameChars}
        saveLabel={t("common:save")}
        isBusy={rename.isPending}
        onSave={(wanted) => rename.mutate({ keyId, name: wanted })}
        onCancel={onClose}
      />
    )
  return (
    <ConfirmDialog
      isOpen
      title={t("revokeTitle")}
      consequence={
        <Trans
          t={t}
          i18nKey="revokeConsequence"
          values={{ name, prefix }}
          components={{ b: <strong /> }}
        />
      }
      confirmLabel={t("revoke")}
      isBusy={revoke.isPending}
      onConfirm={() => revoke.mutate({ keyId })}
      onCancel={onClose}
    />
  )
}
