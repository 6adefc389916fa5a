"use client"

import { Button, Progress, TextInput } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { RowSkeletons } from "../ui/skeletons.tsx"
import styles from "./understanding.module.css"

const shown = 5

/** Asks the draft as a conversation would, and shows how sure it is of what. */
export function TryPanel({ botId }: { botId: string }) {
  const { t } = useTranslation("understanding")
  const [message, setMessage] = useState("")
  const [asked, setAsked] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(message.trim())
  }
  return (
    <section className={styles.try} aria-label={t("try")}>
      <h2 className={styles.heading}>{t("try")}</h2>
      <p className={styles.hint}>{t("tryText")}</p>
      <form onSubmit={submit} className={styles.question}>
        <TextInput
          aria-label={t("message")}
          placeholder={t("messageExample")}
          value={message}
          maxLength={limits.understoodChars}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Button type="submit" disabled={message.trim() === ""}>
          {t("ask")}
        </Button>
      </form>
      {asked !== "" && <Understood botId={botId} text={asked} />}
    </section>
  )
}

function Understood({ botId, text }: { botId: string; text: string }) {
  const { t } = useTranslation(["understanding", "common"])
  const options = useTRPC().understanding.try.queryOptions({ botId, text })
  const { data, error, refetch } = useQuery(options)
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const { meanings, entities } = data
  const [best] = meanings
  const isSure = best !== undefined && best.confidence >= best.threshold
  const found = Object.entries(entities)
  return (
    <>
      <p role="status" className={styles.verdict} data-sure={isSure || undefined}>
        {isSure ? t("understoodAs", { intent: best.name }) : t("notUnderstood")}
      </p>
      {best && <p className={styles.hint}>{t("nearest", { example: best.example })}</p>}
      {meanings.length > 0 && (
        <ul className={styles.scores} aria-label={t("scores")}>
          {meanings.slice(0, shown).map(({ name, confidence }) => {
            const percent = Math.round(confidence * 100)
            return (
              <li key={name} className={styles.score}>
                <span>{name}</span>
                <span className={styles.faint}>{t("percent", { percent })}</span>
                <Progress value={percent} size="sm" aria-hidden className={styles.bar ?? ""} />
              </li>
            )
          })}
        </ul>
      )}
      {found.length > 0 && (
        <>
          <h3 className={styles.small}>{t("found")}</h3>
          <dl className={styles.found}>
            {found.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  )
}
