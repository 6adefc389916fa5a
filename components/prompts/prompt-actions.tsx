"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { NameDialog } from "../ui/name-dialog.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"
import type { Prompt } from "./prompt-shapes.ts"
import { usePromptActs } from "./use-prompt-acts.ts"

/** Renames a prompt, or deletes it. */
export function PromptActions({ prompt }: { prompt: Prompt }) {
  const { t } = useTranslation(["prompts", "common"])
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null)
  const close = () => setDialog(null)
  const { update } = usePromptActs(close)
  const { id: promptId, name } = prompt
  return (
    <>
      <RowMenu label={t("more", { name })} width={170} isButton>
        <RowAct icon="pencil" onAct={() => setDialog("rename")}>
          {t("rename")}
        </RowAct>
        <RowAct icon="trash" isDanger onAct={() => setDialog("delete")}>
          {t("delete")}
        </RowAct>
      </RowMenu>
      <NameDialog
        isOpen={dialog === "rename"}
        title={t("rename")}
        label={t("name")}
        initial={name}
        maxLength={limits.nameChars}
        saveLabel={t("common:save")}
        isBusy={update.isPending}
        onSave={(wanted) => update.mutate({ promptId, name: wanted })}
        onCancel={close}
      />
      <DeletePrompt prompt={prompt} isOpen={dialog === "delete"} onClose={close} />
    </>
  )
}

interface DeletePromptProps {
  prompt: Prompt
  isOpen: boolean
  onClose: () => void
}

function DeletePrompt({ prompt, isOpen, onClose }: DeletePromptProps) {
  const { t } = useTranslation(["prompts", "common"])
  const router = useRouter()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const remove = useMutation(
    trpc.prompts.delete.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.prompts.list.queryFilter())
        router.push("/settings/prompts")
      },
      onError: tellError,
    }),
  )
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("deleteTitle")}
      consequence={t("deleteText", { name: prompt.name, count: prompt.versions.length })}
      confirmLabel={t("delete")}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ promptId: prompt.id })}
      onCancel={onClose}
    />
  )
}
