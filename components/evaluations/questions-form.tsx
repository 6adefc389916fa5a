"use client"

import { Button, Textarea } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { Icon } from "../ui/icon.tsx"
import type { EvaluationSet, Question } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { QuestionRow } from "./question-row.tsx"
import { useEvaluationActs } from "./use-evaluation-acts.ts"

interface QuestionsFormProps {
  botId: string
  set: EvaluationSet
  canChange: boolean
}

interface Drafted {
  readonly key: number
  readonly question: Question
}

const empty: Question = { id: "", question: "", passage: null, answer: null }

/** Questions that are changed here and saved together. */
export function QuestionsForm({ botId, set, canChange }: QuestionsFormProps) {
  const { t } = useTranslation(["evaluations", "common"])
  const [drafts, setDrafts] = useState<readonly Drafted[]>(
    set.questions.map((question, key) => ({ key, question })),
  )
  const [before, setBefore] = useState(set.before.join("\n"))
  const { saveSet } = useEvaluationActs()
  const change = (key: number, question: Question) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { key, question } : draft)))
  const add = () =>
    setDrafts([
      ...drafts,
      { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, question: empty },
    ])
  const save = () =>
    saveSet.mutate({
      ...{ botId, setId: set.id, name: set.name, bases: [...set.bases] },
      ...{ before: linesOf(before).slice(0, 10), baseRevision: set.revision },
      questions: drafts
        .filter(({ question }) => question.question.trim() !== "")
        .map(({ question }, at) => ({ ...tidy(question), id: question.id || String(at + 1) })),
    })
  return (
    <div className={styles.questions}>
      <ol className={styles.list} aria-label={t("title")}>
        {drafts.map(({ key, question }, at) => (
          <QuestionRow
            key={key}
            number={at + 1}
            question={question}
            isReadOnly={!canChange}
            onChange={(changed) => change(key, changed)}
            onRemove={() => setDrafts(drafts.filter((draft) => draft.key !== key))}
          />
        ))}
      </ol>
      {canChange && (
        <>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            disabled={drafts.length >= limits.evaluationQuestions}
            onClick={add}
          >
            {t("addQuestion")}
          </Button>
          <Textarea
            label={t("before")}
            description={t("beforeHint")}
            value={before}
            autosize
            minRows={1}
            maxRows={5}
            w="100%"
            onChange={(event) => setBefore(event.currentTarget.value)}
          />
          <Button loading={saveSet.isPending} onClick={save}>
            {t("common:save")}
          </Button>
        </>
      )}
    </div>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** A passage needs its document and its quote; an empty answer is none. */
function tidy({ passage, answer, ...question }: Question) {
  const isWhole = passage !== null && passage.document.trim() !== "" && passage.quote.trim() !== ""
  return {
    ...question,
    passage: isWhole ? { ...passage, others: [...passage.others] } : null,
    answer: answer === null || answer.trim() === "" ? null : answer,
  }
}
