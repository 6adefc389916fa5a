"use client"

import { Button, Group, SegmentedControl, Textarea } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PretendAnswer } from "#basic/debugger/session.ts"
import type { Json } from "#basic/vm/value.ts"
import styles from "./debug.module.css"

interface EffectFormProps {
  readonly given: PretendAnswer | null
  readonly onAnswer: (answer: PretendAnswer) => void
  readonly onCancel?: () => void
}

/** What a request, a model or a table should give back: a value, or a failure. */
export function EffectForm({ given, onAnswer, onCancel }: EffectFormProps) {
  const { t } = useTranslation(["builder", "common"])
  const [fails, setFails] = useState(given !== null && "code" in given)
  const [text, setText] = useState(() => textOf(given))
  const answer = (): PretendAnswer =>
    fails ? { code: "service.failed", message: text || "-" } : { value: readAnswer(text) }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onAnswer(answer())
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t("debug.effect.how")}
        value={fails ? "fails" : "gives"}
        data={[
          { value: "gives", label: t("debug.effect.gives") },
          { value: "fails", label: t("debug.effect.fails") },
        ]}
        onChange={(value) => setFails(value === "fails")}
      />
      <Textarea
        label={t(fails ? "debug.effect.reason" : "debug.effect.value")}
        description={fails ? undefined : t("debug.effect.valueHelp")}
        value={text}
        autosize
        minRows={2}
        maxRows={8}
        size="xs"
        dir="auto"
        classNames={{ input: styles.code ?? "" }}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group gap="xs" justify="flex-end">
        {onCancel && (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
        )}
        <Button size="compact-sm" type="submit">
          {t("debug.effect.answer")}
        </Button>
      </Group>
    </form>
  )
}

function textOf(given: PretendAnswer | null): string {
  if (given === null) return ""
  if ("code" in given) return given.message
  return typeof given.value === "string" ? given.value : JSON.stringify(given.value, null, 1)
}

/** JSON where it is some, else the text itself. */
function readAnswer(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
