"use client"

import { ActionIcon, Menu } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { NameDialog } from "../ui/name-dialog.tsx"
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
      <Menu position="bottom-end" width={170}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("more", { name })}>
            <Icon name="dots" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon name="pencil" size={16} />}
            onClick={() => setDialog("rename")}
          >
            {t("rename")}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<Icon name="trash" size={16} />}
            onClick={() => setDialog("delete")}
          >
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        isOpen={dialog === "rename"}
        title={t("rename")}
        label={t("name")}
        initial={name}
        maxLength={limits.nameChars}
        saveLabel={t("common:save")}
        cancelLabel={t("common:cancel")}
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
      cancelLabel={t("common:cancel")}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ promptId: prompt.id })}
      onCancel={onClose}
    />
  )
}
