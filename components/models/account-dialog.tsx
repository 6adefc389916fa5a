"use client"

import {
  Button,
  Group,
  Modal,
  PasswordInput,
  Select,
  Stack,
  Switch,
  TextInput,
} from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import type { ModelAccount, ModelPlace, ModelSettings } from "./model-shapes.ts"

interface AccountDialogProps {
  place: ModelPlace
  providers: ModelSettings["providers"]
  /** Null for a new one. */
  account: ModelAccount | null
  onClose: () => void
}

/** Adds an account with a provider or changes one. A stored key is never shown. */
export function AccountDialog({ place, providers, account, onClose }: AccountDialogProps) {
  const { t } = useTranslation(["bots", "common"])
  const [provider, setProvider] = useState(account?.provider ?? "openai")
  const [url, setUrl] = useState(account?.url ?? "")
  const [key, setKey] = useState("")
  const [models, setModels] = useState(account?.models ?? {})
  const [isActive, setActive] = useState(account?.isActive ?? true)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const save = useMutation(
    trpc.models.saveAccount.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.models.pathFilter())
        tellDone(t("common:saved"))
        onClose()
      },
      onError: tellError,
    }),
  )
  const own = providers.find(({ id }) => id === provider)
  const named = Object.fromEntries(
    Object.entries(models).filter(([, name]) => (name ?? "").trim() !== ""),
  )
  const hasModel = (models.default ?? "").trim() !== ""
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({
      ...(account === null ? place : { accountId: account.id }),
      ...{ provider, isActive, models: { ...named, default: models.default ?? "" } },
      ...(url.trim() !== "" && { url: url.trim() }),
      ...(key !== "" && { key }),
    })
  }
  const nameField = (need: "default" | "fast" | "quality") => (
    <TextInput
      label={t(`models.${need}`)}
      {...(need === "default" && { description: t("models.defaultHint"), required: true })}
      value={models[need] ?? ""}
      maxLength={100}
      onChange={(event) => setModels({ ...models, [need]: event.currentTarget.value })}
    />
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={account === null ? t("models.add") : t("models.edit")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            label={t("models.provider")}
            data={providers.map(({ id, label }) => ({ value: id, label }))}
            value={provider}
            allowDeselect={false}
            onChange={(chosen) => {
              setProvider(chosen ?? provider)
              setUrl("")
            }}
          />
          <TextInput
            label={t("models.url")}
            description={own?.url ? t("models.urlHint") : undefined}
            placeholder={own?.url ?? "http://127.0.0.1:11434"}
            required={!own?.url}
            value={url}
            maxLength={500}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("models.key")}
            description={account?.hasKey ? t("models.keyKept") : undefined}
            value={key}
            maxLength={1_000}
            autoComplete="off"
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          {nameField("default")}
          {nameField("fast")}
          {nameField("quality")}
          <Switch
            label={t("models.active")}
            checked={isActive}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!hasModel}>
              {t("common:save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
