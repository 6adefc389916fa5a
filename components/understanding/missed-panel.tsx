"use client"

import { Button, NativeSelect } from "@mantine/core"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import type { ListedIntent } from "./shapes.ts"
import styles from "./understanding.module.css"
import { useAfterChange } from "./use-changes.ts"

interface MissedPanelProps {
  botId: string
  canChange: boolean
  intents: readonly ListedIntent[]
}

/** What was said in real conversations and not understood: one click makes it an example. */
export function MissedPanel({ botId, canChange, intents }: MissedPanelProps) {
  const { t } = useTranslation(["understanding", "common"])
  const options = useTRPC().understanding.misunderstood.queryOptions({ botId })
  const { data, error, refetch } = useQuery(options)
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  if (data.length === 0)
    return <EmptyState icon="check" title={t("emptyMissed")} text={t("emptyMissedText")} />
  return (
    <>
      <p className={styles.lead}>{t("missedText")}</p>
      <ul className={styles.list} aria-label={t("missedList")}>
        {data.map((message) => (
          <MissedRow key={message.id} {...{ botId, canChange, intents, message }} />
        ))}
      </ul>
    </>
  )
}

interface MissedRowProps extends MissedPanelProps {
  message: {
    readonly id: string
    readonly text: string
    readonly guess: string | null
    readonly confidence: number
    readonly times: number
  }
}

function MissedRow({ botId, canChange, intents, message }: MissedRowProps) {
  const { t } = useTranslation("understanding")
  const { id, text, guess, confidence, times } = message
  const [chosen, setChosen] = useState(intents.find(({ name }) => name === guess)?.id ?? "")
  const trpc = useTRPC()
  const settle = useMutation(trpc.understanding.settle.mutationOptions(useAfterChange()))
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <p className={styles.said}>{text}</p>
        <p className={styles.facts}>
          {guess !== null && (
            <span>
              {guess} {t("percent", { percent: Math.round(confidence * 100) })}
            </span>
          )}
          {times > 1 && <span>{t("times", { number: times })}</span>}
        </p>
      </div>
      {canChange && (
        <div className={styles.settle}>
          <NativeSelect
            size="xs"
            aria-label={t("belongsTo", { text })}
            value={chosen}
            data={[
              ...(chosen === "" ? [{ value: "", label: "…" }] : []),
              ...intents.map(({ id: value, name: label }) => ({ value, label })),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            size="xs"
            aria-label={t("addTo", { text })}
            disabled={chosen === ""}
            loading={settle.isPending}
            onClick={() => settle.mutate({ botId, messageId: id, intentId: chosen })}
          >
            {t("addExample")}
          </Button>
          <IconButton
            label={t("putAway", { text })}
            size={28}
            onClick={() => settle.mutate({ botId, messageId: id })}
          >
            <Icon name="x" size={16} />
          </IconButton>
        </div>
      )}
    </li>
  )
}
