"use client"

import { Badge, Button } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { ChangeMenu } from "./change-menu.tsx"
import { IntentDialog } from "./intent-dialog.tsx"
import type { ListedIntent } from "./shapes.ts"
import styles from "./understanding.module.css"
import { useForgetIntent } from "./use-changes.ts"

interface IntentsPanelProps {
  botId: string
  canChange: boolean
  intents: readonly ListedIntent[]
}

const enough = 5

/** The intents of the draft, and which of them are easily confused. */
export function IntentsPanel({ botId, canChange, intents }: IntentsPanelProps) {
  const { t } = useTranslation("understanding")
  const [edited, setEdited] = useState<ListedIntent | "new" | null>(null)
  const button = canChange && <Button onClick={() => setEdited("new")}>{t("newIntent")}</Button>
  return (
    <>
      {intents.length === 0 ? (
        <EmptyState
          icon="message-question"
          title={t("emptyIntents")}
          text={t("emptyIntentsText")}
          {...(button && { action: button })}
        />
      ) : (
        <>
          <div className={styles.head}>
            <p className={styles.hint}>{t("publishHint")}</p>
            {button}
          </div>
          <ul className={styles.list} aria-label={t("intents")}>
            {intents.map((intent) => (
              <IntentRow
                key={intent.id}
                {...{ botId, canChange, intent }}
                onEdit={() => setEdited(intent)}
              />
            ))}
          </ul>
          <Conflicts botId={botId} intents={intents} onEdit={setEdited} />
        </>
      )}
      <IntentDialog
        key={edited === null ? "none" : edited === "new" ? "new" : edited.id}
        botId={botId}
        intent={edited === "new" ? null : edited}
        isOpen={edited !== null}
        canChange={canChange}
        onClose={() => setEdited(null)}
      />
    </>
  )
}

interface IntentRowProps {
  botId: string
  canChange: boolean
  intent: ListedIntent
  onEdit: () => void
}

function IntentRow({ botId, canChange, intent, onEdit }: IntentRowProps) {
  const { t } = useTranslation("understanding")
  const { id, name, description, examples, threshold, isActive } = intent
  const forget = useForgetIntent()
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <button type="button" className={styles.open} onClick={onEdit}>
          {name}
        </button>
        {description !== "" && <p className={styles.description}>{description}</p>}
        <p className={styles.facts}>
          <span>{t("examples", { number: examples.length })}</span>
          <span>{t("fromConfidence", { percent: Math.round(threshold * 100) })}</span>
          {!isActive && (
            <Badge variant="light" color="gray" size="sm">
              {t("inactive")}
            </Badge>
          )}
          {isActive && examples.length < enough && (
            <span className={styles.warning}>
              <Icon name="alert-triangle" size={14} /> {t("fewExamples")}
            </span>
          )}
        </p>
      </div>
      {canChange && (
        <ChangeMenu
          name={name}
          consequence={t("deleteIntentText", { number: examples.length })}
          isBusy={forget.isPending}
          onEdit={onEdit}
          onDelete={() => forget.mutate({ botId, intentId: id })}
        />
      )}
    </li>
  )
}

interface ConflictsProps {
  botId: string
  intents: readonly ListedIntent[]
  onEdit: (intent: ListedIntent) => void
}

function Conflicts({ botId, intents, onEdit }: ConflictsProps) {
  const { t } = useTranslation("understanding")
  const options = useTRPC().understanding.conflicts.queryOptions({ botId })
  const { data, error, refetch } = useQuery(options)
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return null
  return (
    <section aria-label={t("conflicts")}>
      <h2 className={styles.heading}>{t("conflicts")}</h2>
      {data.length === 0 ? (
        <p className={styles.hint}>{t("noConflicts")}</p>
      ) : (
        <ul className={styles.list}>
          {data.map((conflict) => {
            const own = intents.find(({ name }) => name === conflict.intent)
            return (
              <li key={`${conflict.example}/${conflict.otherExample}`} className={styles.row}>
                <p className={styles.main}>
                  {t("conflict", { ...conflict })}{" "}
                  <span className={styles.faint}>
                    {t("alike", { percent: Math.round(conflict.likeness * 100) })}
                  </span>
                </p>
                {own && (
                  <Button variant="default" size="xs" onClick={() => onEdit(own)}>
                    {t("change")}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
