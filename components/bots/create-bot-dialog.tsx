"use client"

import { TextInput } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { StarterGallery } from "../starters/starter-gallery.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { useCreateBot } from "./use-create-bot.ts"

interface CreateBotDialogProps {
  isOpen: boolean
  onClose: () => void
}

export function CreateBotDialog({ isOpen, onClose }: CreateBotDialogProps) {
  const { t } = useTranslation("bots")
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t("createTitle")} size={1080}>
      <CreateBotForm />
    </Dialog>
  )
}

function CreateBotForm() {
  const { t } = useTranslation("bots")
  const [name, setName] = useState("")
  const { create, busyWith } = useCreateBot()
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
      <StarterGallery onChoose={(template) => create(template, name)} busyWith={busyWith} />
    </>
  )
}
