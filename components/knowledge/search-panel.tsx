"use client"

import { Badge, Button, TextInput } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { RowSkeletons } from "../ui/skeletons.tsx"
import styles from "./knowledge.module.css"

interface SearchPanelProps {
  botId: string
  base: string
}

/** Asks the knowledge as a conversation does, and shows what it would answer from. */
export function SearchPanel({ botId, base }: SearchPanelProps) {
  const { t } = useTranslation("knowledge")
  const [question, setQuestion] = useState("")
  const [asked, setAsked] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(question.trim())
  }
  return (
    <section className={styles.try} aria-label={t("try")}>
      <h2 className={styles.heading}>{t("try")}</h2>
      <p className={styles.kinds}>{t("tryText")}</p>
      <form onSubmit={submit} className={styles.question}>
        <TextInput
          aria-label={t("question")}
          placeholder={t("questionExample")}
          value={question}
          maxLength={limits.knowledgeQuestionChars}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Button type="submit" disabled={question.trim() === ""}>
          {t("ask")}
        </Button>
      </form>
      {asked !== "" && <Found botId={botId} base={base} text={asked} />}
    </section>
  )
}

function Found({ botId, base, text }: SearchPanelProps & { text: string }) {
  const { t } = useTranslation(["knowledge", "common"])
  const options = useTRPC().knowledge.search.queryOptions({ botId, bases: [base], text, limit: 5 })
  const { data, error, refetch } = useQuery({ ...options, staleTime: 0 })
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  if (data.passages.length === 0) return <p role="status">{t("nothing")}</p>
  return (
    <>
      <p role="status" className={styles.verdict} data-confident={data.isConfident || undefined}>
        {t(data.isConfident ? "confident" : "unsure")}
      </p>
      <ol className={styles.chunks}>
        {data.passages.map(({ id, title, text: said, section, page, score }) => (
          <li key={id} className={styles.chunk}>
            <p className={styles.facts}>
              <strong>{title}</strong>
              {section !== null && <span>{section}</span>}
              {page !== null && <span>{t("page", { number: page })}</span>}
              <Badge variant="light" size="sm">
                {t("score", { percent: Math.round(score * 100) })}
              </Badge>
            </p>
            <p className={styles.text}>{said}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
