"use client"

import { Button, Select, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { Panel } from "../../ui/panel.tsx"
import styles from "./settings.module.css"

interface ClockPanelProps {
  botId: string
  settings: { readonly timeZone: string; readonly languages: readonly string[] }
  canChange: boolean
}

/** Every zone this browser knows, UTC first. */
function listZones(current: string): string[] {
  return [...new Set(["UTC", current, ...Intl.supportedValuesOf("timeZone")])]
}

export function ClockPanel({ botId, settings, canChange }: ClockPanelProps) {
  const { t } = useTranslation(["bots", "common"])
  const [timeZone, setTimeZone] = useState(settings.timeZone)
  const [languages, setLanguages] = useState(settings.languages.join(", "))
  const zones = useMemo(() => listZones(settings.timeZone), [settings.timeZone])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const save = useMutation(
    trpc.settings.setClock.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(trpc.settings.get.queryKey({ botId }), saved)
        queryClient.invalidateQueries(trpc.schedules.list.queryFilter({ botId }))
        setLanguages(saved.languages.join(", "))
        tellDone(t("common:saved"))
      },
      onError: tellError,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const tags = languages.split(/[\s,;]+/).filter((tag) => tag !== "")
    save.mutate({ botId, timeZone, languages: tags })
  }
  return (
    <Panel title={t("clock.title")} description={t("clock.text")}>
      <form onSubmit={submit} className={styles.form}>
        <Select
          label={t("clock.zone")}
          data={zones}
          value={timeZone}
          searchable
          allowDeselect={false}
          readOnly={!canChange}
          onChange={(zone) => setTimeZone(zone ?? settings.timeZone)}
        />
        <TextInput
          label={t("clock.languages")}
          description={t("clock.languagesHint")}
          placeholder={t("clock.languagesExample")}
          value={languages}
          maxLength={400}
          readOnly={!canChange}
          onChange={(event) => setLanguages(event.currentTarget.value)}
        />
        {canChange && (
          <div>
            <Button type="submit" loading={save.isPending}>
              {t("common:save")}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  )
}
