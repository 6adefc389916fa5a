"use client"

import { Group, NumberInput, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Dialog } from "../ui/dialog.tsx"
import { FormActions } from "../ui/form-actions.tsx"

interface AddSiteDialogProps {
  botId: string
  baseId: string
  isOpen: boolean
  onClose: () => void
}

/** Asks which site is read, how far, and how often. */
export function AddSiteDialog(props: AddSiteDialogProps) {
  const { t } = useTranslation("knowledge")
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={t("addSite")}>
      <SiteForm {...props} />
    </Dialog>
  )
}

function SiteForm({ botId, baseId, onClose }: AddSiteDialogProps) {
  const { t } = useTranslation("knowledge")
  const [url, setUrl] = useState("https://")
  const [maxDepth, setDepth] = useState(2)
  const [maxPages, setPages] = useState(50)
  const [days, setDays] = useState(30)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const add = useMutation(
    trpc.knowledge.addSite.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.knowledge.documents.queryFilter({ botId, baseId }))
        onClose()
      },
      onError: tellError,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ botId, baseId, url, maxDepth, maxPages, refreshHours: days * 24 })
  }
  const numberOf = (change: (value: number) => void) => (value: string | number) =>
    change(Number(value) || 0)
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t("siteAddress")}
        type="url"
        required
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        data-autofocus
      />
      <Group grow mt="md">
        <NumberInput
          label={t("siteDepth")}
          min={0}
          max={limits.siteDepth}
          value={maxDepth}
          onChange={numberOf(setDepth)}
        />
        <NumberInput
          label={t("sitePages")}
          min={1}
          max={limits.sitePages}
          value={maxPages}
          onChange={numberOf(setPages)}
        />
        <NumberInput
          label={t("siteRefresh")}
          min={1}
          max={365}
          value={days}
          onChange={numberOf(setDays)}
        />
      </Group>
      <FormActions label={t("addSite")} isBusy={add.isPending} onCancel={onClose} />
    </form>
  )
}
