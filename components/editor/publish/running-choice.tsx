"use client"

import { NativeSelect, Radio, Stack } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { StoredFlow } from "#basic"
import type { MovePreview } from "#server/services/versions/preview-move.ts"
import { useTRPC } from "../../api/trpc.ts"
import styles from "../history/history.module.css"
import { type Gone, listRenames } from "./list-renames.ts"
import type { PublishWish } from "./use-publish.ts"

type Running = PublishWish["running"]
const kinds = ["finish", "next_hear", "now"] as const

interface RunningChoiceProps {
  readonly botId: string
  readonly before: readonly StoredFlow[]
  readonly after: readonly StoredFlow[]
  readonly value: Running
  readonly onChange: (running: Running) => void
}

/** What becomes of conversations that are under way, tried on those that wait. */
export function RunningChoice({ botId, before, after, value, onChange }: RunningChoiceProps) {
  const { t } = useTranslation("history")
  const table = value.table ?? { steps: {}, variables: {} }
  const renames = useMemo(() => listRenames(before, after), [before, after])
  const isMoving = value.kind !== "finish"
  const preview = useQuery({
    ...useTRPC().versions.previewMove.queryOptions({ botId, table }),
    placeholderData: (last) => last,
  })
  if (preview.data?.waiting === 0) return null
  const set = (part: "steps" | "variables", key: string, to: string) => {
    const { [key]: _, ...others } = table[part]
    onChange({
      ...value,
      table: { ...table, [part]: to === "" ? others : { ...others, [key]: to } },
    })
  }
  return (
    <Radio.Group
      label={t("publish.running")}
      value={value.kind}
      onChange={(kind) =>
        onChange({ ...value, kind: kinds.find((each) => each === kind) ?? "finish" })
      }
    >
      <Stack gap={6} mt={6}>
        {kinds.map((kind) => (
          <Radio key={kind} value={kind} label={t(`publish.${kind}`)} />
        ))}
      </Stack>
      {isMoving && <MoveTable renames={renames} table={table} onSet={set} />}
      {preview.data && <Outcome preview={preview.data} isMoving={isMoving} />}
    </Radio.Group>
  )
}

function MoveTable({
  renames,
  table,
  onSet,
}: {
  renames: ReturnType<typeof listRenames>
  table: NonNullable<Running["table"]>
  onSet: (part: "steps" | "variables", key: string, to: string) => void
}) {
  const { t } = useTranslation("history")
  const rows = [
    ...renames.questions.gone.map((gone) => ({
      ...{ part: "steps" as const, gone, fresh: renames.questions.fresh },
    })),
    ...renames.variables.gone.map((gone) => ({
      ...{ part: "variables" as const, gone, fresh: renames.variables.fresh },
    })),
  ].filter(({ fresh }) => fresh.length > 0)
  if (rows.length === 0) return null
  return (
    <fieldset className={styles.moves}>
      <legend>{t("publish.table")}</legend>
      {rows.map(({ part, gone, fresh }) => (
        <NativeSelect
          key={`${part}${gone.key}`}
          size="xs"
          label={t("publish.becomes", { old: gone.label })}
          value={table[part][gone.key] ?? ""}
          data={[{ value: "", label: t("publish.nothing") }, ...fresh.map(toOption)]}
          onChange={(event) => onSet(part, gone.key, event.currentTarget.value)}
        />
      ))}
    </fieldset>
  )
}

const toOption = ({ key, label }: Gone) => ({ value: key, label })

function Outcome({ preview, isMoving }: { preview: MovePreview; isMoving: boolean }) {
  const { t } = useTranslation("history")
  const { waiting, moving, staying } = preview
  const parts = [t("publish.waiting", { count: waiting })]
  if (isMoving) {
    parts.push(t("publish.moving", { count: moving }))
    if (waiting > moving) parts.push(t("publish.stays", { count: waiting - moving }))
  }
  return (
    <div className={styles.outcome} aria-live="polite">
      <p>{parts.join(" · ")}</p>
      {isMoving && staying.length > 0 && (
        <ul>
          {staying.map(({ problem, step, text, count }) => (
            <li key={`${problem}${step}${text}`}>
              {count}: {t(`problem.${problem}`)}
              {text !== "" && (
                <>
                  {" "}
                  <code dir="ltr">{text}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
