"use client"

import { Button, Select } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { Panel } from "../../ui/panel.tsx"
import { LanguagesField } from "./languages-field.tsx"
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
  const [languages, setLanguages] = useState(settings.languages)
  const zones = useMemo(() => listZones(settings.timeZone), [settings.timeZone])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const save = useMutation(
    trpc.settings.setClock.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(trpc.settings.get.queryKey({ botId }), saved)
        queryClient.invalidateQueries(trpc.schedules.list.queryFilter({ botId }))
        setLanguages(saved.languages)
        tellDone(t("common:saved"))
      },
      onError: tellError,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ botId, timeZone, languages: [...languages] })
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
        <LanguagesField languages={languages} canChange={canChange} onChange={setLanguages} />
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
