"use client"

import { Button, Textarea } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { Panel } from "../../ui/panel.tsx"
import styles from "./settings.module.css"

interface OriginsPanelProps {
  bot: { readonly id: string; readonly allowedOrigins: readonly string[] }
  canChange: boolean
}

export function OriginsPanel({ bot, canChange }: OriginsPanelProps) {
  const { t } = useTranslation(["bots", "common"])
  const [text, setText] = useState(bot.allowedOrigins.join("\n"))
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const save = useMutation(
    trpc.bots.setAllowedOrigins.mutationOptions({
      onSuccess: (saved) => {
        queryClient.invalidateQueries(trpc.bots.pathFilter())
        setText(saved.allowedOrigins.join("\n"))
        tellDone(t("common:saved"))
      },
      onError: tellError,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const origins = text.split(/\s+/).filter((origin) => origin !== "")
    save.mutate({ botId: bot.id, origins })
  }
  return (
    <Panel title={t("origins.title")} description={t("origins.text")}>
      <form onSubmit={submit} className={styles.form}>
        <Textarea
          label={t("origins.label")}
          description={t("origins.hint")}
          placeholder={t("origins.example")}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          readOnly={!canChange}
          onChange={(event) => setText(event.currentTarget.value)}
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
