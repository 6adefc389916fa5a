"use client"

import { Modal, PasswordInput, Select, Stack, Switch, TextInput } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { FormActions } from "../ui/form-actions.tsx"
import type { ModelAccount, ModelPlace, ModelSettings } from "./model-shapes.ts"
import { MoreModels } from "./more-models.tsx"

interface AccountDialogProps {
  place: ModelPlace
  providers: ModelSettings["providers"]
  /** Null for a new one. */
  account: ModelAccount | null
  onClose: () => void
}

interface AccountFields {
  readonly provider: string
  readonly url: string
  readonly key: string
  readonly models: ModelAccount["models"]
  readonly isActive: boolean
}

function useAccountForm(place: ModelPlace, account: ModelAccount | null, onSaved: () => void) {
  const { t } = useTranslation("common")
  const [fields, setFields] = useState<AccountFields>({
    ...{ provider: account?.provider ?? "openai", url: account?.url ?? "", key: "" },
    ...{ models: account?.models ?? {}, isActive: account?.isActive ?? true },
  })
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const save = useMutation(
    trpc.models.saveAccount.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.models.pathFilter())
        tellDone(t("saved"))
        onSaved()
      },
      onError: tellError,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { provider, url, key, models, isActive } = fields
    const named = Object.entries(models).filter(([, name]) => (name ?? "").trim() !== "")
    save.mutate({
      ...(account === null ? place : { accountId: account.id }),
      ...{ provider, isActive },
      models: { ...Object.fromEntries(named), default: models.default ?? "" },
      ...(url.trim() !== "" && { url: url.trim() }),
      ...(key !== "" && { key }),
    })
  }
  const change = (changed: Partial<AccountFields>) => setFields({ ...fields, ...changed })
  return { ...fields, change, submit, save }
}

interface NameFieldProps {
  need: "default" | "fast" | "quality"
  names: readonly string[]
  models: ModelAccount["models"]
  onChange: (name: string) => void
}

function NameField({ need, names, models, onChange }: NameFieldProps) {
  const { t } = useTranslation("bots")
  const listId = useId()
  return (
    <>
      <TextInput
        label={t(`models.${need}`)}
        {...(need === "default" && { description: t("models.defaultHint"), required: true })}
        list={listId}
        value={models[need] ?? ""}
        maxLength={100}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

/** What may be suggested: what the product knows of the provider, else what the stored account's own service has. */
function useModelNames(account: ModelAccount | null, known: readonly string[]): string[] {
  const trpc = useTRPC()
  const isAsked = account !== null && known.length === 0
  const input = { accountId: account?.id ?? "" }
  const { data } = useQuery({ ...trpc.models.names.queryOptions(input), enabled: isAsked })
  return [...(isAsked ? (data ?? []) : known)]
}

/** Adds an account with a provider or changes one. A stored key is never shown. */
export function AccountDialog({ place, providers, account, onClose }: AccountDialogProps) {
  const { t } = useTranslation(["bots", "common"])
  const form = useAccountForm(place, account, onClose)
  const { provider, url, key, models, isActive, change, save } = form
  const own = providers.find(({ id }) => id === provider)
  const names = useModelNames(account, own?.known ?? [])
  return (
    <Modal
      opened
      onClose={onClose}
      title={account === null ? t("models.add") : t("models.edit")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={form.submit}>
        <Stack gap="sm">
          <Select
            label={t("models.provider")}
            data={providers.map(({ id, label }) => ({ value: id, label }))}
            value={provider}
            allowDeselect={false}
            onChange={(chosen) => change({ provider: chosen ?? provider, url: "" })}
          />
          <TextInput
            label={t("models.url")}
            description={own?.url ? t("models.urlHint") : undefined}
            placeholder={own?.url ?? "http://127.0.0.1:11434"}
            required={!own?.url}
            value={url}
            maxLength={500}
            onChange={(event) => change({ url: event.currentTarget.value })}
          />
          <PasswordInput
            label={t("models.key")}
            description={account?.hasKey ? t("models.keyKept") : undefined}
            value={key}
            maxLength={1_000}
            autoComplete="off"
            onChange={(event) => change({ key: event.currentTarget.value })}
          />
          {(["default", "fast", "quality"] as const).map((need) => (
            <NameField
              key={need}
              need={need}
              names={names}
              models={models}
              onChange={(name) => change({ models: { ...models, [need]: name } })}
            />
          ))}
          <MoreModels
            tasks={own?.tasks ?? []}
            models={models}
            onChange={(changed) => change({ models: { ...models, ...changed } })}
          />
          <Switch
            label={t("models.active")}
            checked={isActive}
            onChange={(event) => change({ isActive: event.currentTarget.checked })}
          />
          <FormActions
            label={t("common:save")}
            isBusy={save.isPending}
            isDisabled={(models.default ?? "").trim() === ""}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
