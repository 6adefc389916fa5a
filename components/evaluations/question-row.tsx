"use client"

import { ActionIcon, Textarea, TextInput } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { Icon } from "../ui/icon.tsx"
import type { Question } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"

interface QuestionRowProps {
  number: number
  question: Question
  isReadOnly: boolean
  onChange: (question: Question) => void
  onRemove: () => void
}

/** A question with where its answer stands and what it says; with neither it shall be declined. */
export function QuestionRow({
  number,
  question,
  isReadOnly,
  onChange,
  onRemove,
}: QuestionRowProps) {
  const { t } = useTranslation("evaluations")
  const { passage, answer } = question
  const place = passage ?? { document: "", quote: "", others: [] }
  const isDeclined = place.document === "" && place.quote === "" && (answer ?? "") === ""
  return (
    <li className={styles.question}>
      <div className={styles.head}>
        <TextInput
          flex={1}
          label={t("question", { number })}
          value={question.question}
          maxLength={limits.evaluationChars}
          readOnly={isReadOnly}
          dir="auto"
          onChange={({ currentTarget: { value } }) => onChange({ ...question, question: value })}
        />
        {!isReadOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("removeQuestion", { number })}
            onClick={onRemove}
          >
            <Icon name="x" size={16} />
          </ActionIcon>
        )}
      </div>
      <div className={styles.expected}>
        <TextInput
          size="xs"
          label={t("document")}
          aria-label={t("documentOf", { number })}
          value={place.document}
          maxLength={500}
          readOnly={isReadOnly}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...question, passage: { ...place, document: value } })
          }
        />
        <TextInput
          size="xs"
          label={t("quote")}
          aria-label={t("quoteOf", { number })}
          value={place.quote}
          maxLength={limits.evaluationChars}
          readOnly={isReadOnly}
          dir="auto"
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...question, passage: { ...place, quote: value } })
          }
        />
        <Textarea
          size="xs"
          label={t("answer")}
          aria-label={t("answerOf", { number })}
          value={answer ?? ""}
          maxLength={limits.evaluationChars}
          readOnly={isReadOnly}
          autosize
          minRows={1}
          maxRows={4}
          // As high as the fields beside it.
          styles={{ input: { paddingBlock: 5 } }}
          dir="auto"
          onChange={({ currentTarget: { value } }) => onChange({ ...question, answer: value })}
        />
      </div>
      {isDeclined && <p className={styles.quiet}>{t("shallDecline")}</p>}
    </li>
  )
}
