"use client"

import { Stack, Textarea, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Dialog } from "../ui/dialog.tsx"
import { FormActions } from "../ui/form-actions.tsx"

/** Asks for a name and the first words; what stands in the holes is said on the page of the prompt. */
export function CreatePromptDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("prompts")
  const [name, setName] = useState("")
  const [text, setText] = useState("")
  const router = useRouter()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const create = useMutation(
    trpc.prompts.create.mutationOptions({
      onSuccess: ({ id }) => {
        queryClient.invalidateQueries(trpc.prompts.list.queryFilter())
        router.push(`/settings/prompts/${id}`)
      },
      onError: tellError,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name: name.trim(), text })
  }
  return (
    <Dialog opened onClose={onClose} title={t("new")}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t("name")}
            description={t("nameHint")}
            value={name}
            maxLength={limits.nameChars}
            error={name.includes("@") ? t("nameSign") : undefined}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t("text")}
            description={t("textHint", { hole: "{{name}}" })}
            value={text}
            maxLength={limits.promptChars}
            autosize
            minRows={4}
            maxRows={12}
            dir="auto"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FormActions
            label={t("create")}
            isBusy={create.isPending}
            isDisabled={name.trim() === "" || name.includes("@") || text.trim() === ""}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
