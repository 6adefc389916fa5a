"use client"

import { Button, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { Panel } from "../../ui/panel.tsx"
import styles from "./settings.module.css"

interface BotNamePanelProps {
  bot: { readonly id: string; readonly name: string }
  canChange: boolean
}

export function BotNamePanel({ bot, canChange }: BotNamePanelProps) {
  const { t } = useTranslation(["bots", "common"])
  const [name, setName] = useState(bot.name)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const rename = useMutation(
    trpc.bots.rename.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.bots.pathFilter())
        tellDone(t("common:saved"))
      },
      onError: tellError,
    }),
  )
  const wanted = name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== "" && wanted !== bot.name) rename.mutate({ botId: bot.id, name: wanted })
  }
  return (
    <Panel title={t("name")} description={t("nameHint")}>
      <form onSubmit={submit} className={styles.fields}>
        <TextInput
          aria-label={t("name")}
          value={name}
          maxLength={limits.nameChars}
          readOnly={!canChange}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {canChange && (
          <Button
            type="submit"
            loading={rename.isPending}
            disabled={wanted === "" || wanted === bot.name}
          >
            {t("common:save")}
          </Button>
        )}
      </form>
    </Panel>
  )
}
