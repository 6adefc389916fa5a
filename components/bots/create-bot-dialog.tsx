"use client"

import { TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Dialog } from "../ui/dialog.tsx"
import { type BotTemplate, TemplateChoice } from "./template-choice.tsx"

interface CreateBotDialogProps {
  isOpen: boolean
  onClose: () => void
}

export function CreateBotDialog({ isOpen, onClose }: CreateBotDialogProps) {
  const { t } = useTranslation("bots")
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t("createTitle")} size="lg">
      <CreateBotForm />
    </Dialog>
  )
}

function CreateBotForm() {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const { tellError } = useToasts()
  const [name, setName] = useState("")
  const create = useMutation(
    trpc.bots.create.mutationOptions({
      onSuccess: (bot) => {
        queryClient.invalidateQueries(trpc.bots.list.queryFilter())
        router.push(`/bots/${bot.id}`)
      },
      onError: tellError,
    }),
  )
  const begin = (template: BotTemplate) =>
    create.mutate({ name: name.trim() || t(`template.${template}.name`), template })
  return (
    <>
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        placeholder={t("template.welcome.name")}
        value={name}
        maxLength={limits.nameChars}
        onChange={(event) => setName(event.currentTarget.value)}
        mb="lg"
        data-autofocus
      />
      <TemplateChoice
        onChoose={begin}
        busyWith={
          create.isPending || create.isSuccess ? (create.variables?.template ?? null) : null
        }
      />
    </>
  )
}
