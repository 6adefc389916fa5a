"use client"

import { Button, Progress, Textarea } from "@mantine/core"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { ConfusionMatrix } from "./confusion-matrix.tsx"
import { readUtterances, type WrittenUtterance, writeUtterances } from "./read-lines.ts"
import type { ListedIntent } from "./shapes.ts"
import styles from "./understanding.module.css"
import { useAfterChange } from "./use-changes.ts"
import { useMeasurement } from "./use-measurement.ts"

interface TestsPanelProps {
  botId: string
  canChange: boolean
  intents: readonly ListedIntent[]
}

/** Messages with the intent they should have, and how many come out so. */
export function TestsPanel({ botId, canChange, intents }: TestsPanelProps) {
  const { t } = useTranslation(["understanding", "common"])
  const options = useTRPC().understanding.utterances.queryOptions({ botId })
  const { data, error, refetch } = useQuery(options)
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  return (
    <TestsForm
      key={data.map(({ id }) => id).join()}
      {...{ botId, canChange }}
      names={intents.map(({ name }) => name)}
      utterances={data}
    />
  )
}

interface TestsFormProps {
  botId: string
  canChange: boolean
  names: readonly string[]
  utterances: readonly WrittenUtterance[]
}

function TestsForm({ botId, canChange, names, utterances }: TestsFormProps) {
  const { t } = useTranslation(["understanding", "common"])
  const stored = writeUtterances(utterances)
  const [text, setText] = useState(stored)
  const [badLine, setBadLine] = useState<number | null>(null)
  const trpc = useTRPC()
  const save = useMutation(trpc.understanding.saveUtterances.mutationOptions(useAfterChange()))
  const submit = () => {
    const read = readUtterances(text, names)
    setBadLine("badLine" in read ? read.badLine : null)
    if ("utterances" in read) save.mutate({ botId, utterances: read.utterances })
  }
  return (
    <>
      <p className={styles.lead}>{t("testsText")}</p>
      <Textarea
        label={t("testLines")}
        description={t("testHint")}
        autosize
        minRows={5}
        maxRows={14}
        readOnly={!canChange}
        value={text}
        {...(badLine !== null && { error: t("badLine", { line: badLine }) })}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {canChange && (
        <Button
          mt="sm"
          variant="default"
          disabled={text === stored}
          loading={save.isPending}
          onClick={submit}
        >
          {t("common:save")}
        </Button>
      )}
      {utterances.length > 0 && <Measurement botId={botId} />}
    </>
  )
}

function Measurement({ botId }: { botId: string }) {
  const { t } = useTranslation("understanding")
  const { state, measure } = useMeasurement(botId)
  const { sorted, total, isRunning } = state
  const right = sorted.filter(({ expected, found }) => expected === found).length
  const isDone = !isRunning && total > 0
  return (
    <section aria-label={t("testsTitle")}>
      <h2 className={styles.heading}>{t("testsTitle")}</h2>
      <Button loading={isRunning} onClick={measure}>
        {t("runTests")}
      </Button>
      {isRunning && (
        <div className={styles.progress}>
          <p role="status">{t("running", { done: sorted.length, all: total })}</p>
          <Progress value={(100 * sorted.length) / Math.max(1, total)} aria-hidden />
        </div>
      )}
      {isDone && (
        <>
          <p role="status" className={styles.verdict} data-sure={right === total || undefined}>
            {t("accuracy", { right, all: total, percent: Math.round((100 * right) / total) })}
          </p>
          <ConfusionMatrix sorted={sorted} />
        </>
      )}
    </section>
  )
}
