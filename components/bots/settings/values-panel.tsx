"use client"

import { Badge, Button, FileButton, PasswordInput, Switch, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { inferRouterOutputs } from "@trpc/server"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import type { AppRouter } from "#server/trpc/router.ts"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Panel } from "../../ui/panel.tsx"
import styles from "./settings.module.css"

type BotSettings = inferRouterOutputs<AppRouter>["settings"]["get"]

interface ValuesPanelProps {
  botId: string
  values: BotSettings["values"]
  canChange: boolean
}

/** The values of config.csv. A secret is set, and never shown again. */
export function ValuesPanel({ botId, values, canChange }: ValuesPanelProps) {
  const { t } = useTranslation("bots")
  const { setValue, importConfig } = useValueActs(botId)
  const readFile = async (file: File | null) => {
    if (file) importConfig.mutate({ botId, text: await file.text() })
  }
  return (
    <Panel
      title={t("values.title")}
      description={t("values.text")}
      isFlush
      actions={
        canChange && (
          <FileButton accept=".csv,text/csv" onChange={readFile}>
            {(props) => (
              <Button {...props} variant="default" loading={importConfig.isPending}>
                {t("values.import")}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {values.length === 0 && (
        <EmptyState
          icon="settings"
          title={t("values.emptyTitle")}
          text={t("values.emptyText")}
          size="panel"
        />
      )}
      <ul className={styles.list}>
        {values.map(({ name, value }) => (
          <li key={name} className={styles.row}>
            <div className={styles.words}>
              <strong className={styles.code}>{name}</strong>
              {value !== null && <span className={styles.quiet}>{value}</span>}
            </div>
            {value === null && (
              <Badge variant="light" tt="none">
                {t("values.secret")}
              </Badge>
            )}
            {canChange && (
              <Button
                size="xs"
                variant="default"
                aria-label={t("values.removeNamed", { name })}
                onClick={() => setValue.mutate({ botId, name, value: "" })}
              >
                {t("values.remove")}
              </Button>
            )}
          </li>
        ))}
        {canChange && (
          <li className={styles.row}>
            <ValueForm
              isBusy={setValue.isPending}
              onSet={(set) => setValue.mutateAsync({ botId, ...set })}
            />
          </li>
        )}
      </ul>
    </Panel>
  )
}

function useValueActs(botId: string) {
  const { t } = useTranslation("common")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const onSuccess = (saved: BotSettings) => {
    queryClient.setQueryData(trpc.settings.get.queryKey({ botId }), saved)
    tellDone(t("saved"))
  }
  return {
    setValue: useMutation(
      trpc.settings.setValue.mutationOptions({ onSuccess, onError: tellError }),
    ),
    importConfig: useMutation(
      trpc.settings.import.mutationOptions({ onSuccess, onError: tellError }),
    ),
  }
}

interface ValueFormProps {
  isBusy: boolean
  onSet: (set: { name: string; value: string; isSecret: boolean }) => Promise<unknown>
}

function ValueForm({ isBusy, onSet }: ValueFormProps) {
  const { t } = useTranslation(["bots", "common"])
  const [name, setName] = useState("")
  const [value, setValue] = useState("")
  const [isSecret, setSecret] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === "" || value === "") return
    await onSet({ name, value, isSecret }).then(
      () => {
        setName("")
        setValue("")
      },
      () => undefined,
    )
  }
  const Input = isSecret ? PasswordInput : TextInput
  return (
    <form onSubmit={submit} className={styles.fields}>
      <TextInput
        label={t("values.name")}
        placeholder={t("values.nameExample")}
        value={name}
        maxLength={limits.settingNameChars}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Input
        label={t("values.value")}
        value={value}
        maxLength={limits.settingValueChars}
        autoComplete="off"
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Switch
        label={t("values.isSecret")}
        checked={isSecret}
        onChange={(event) => setSecret(event.currentTarget.checked)}
      />
      <Button type="submit" loading={isBusy} disabled={name.trim() === "" || value === ""}>
        {t("values.set")}
      </Button>
    </form>
  )
}
