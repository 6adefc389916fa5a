"use client"

import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { EmptyState } from "../ui/empty-state.tsx"
import { ChangeMenu } from "./change-menu.tsx"
import { EntityDialog } from "./entity-dialog.tsx"
import type { ListedEntity } from "./shapes.ts"
import styles from "./understanding.module.css"
import { useForgetEntity } from "./use-changes.ts"

interface EntitiesPanelProps {
  botId: string
  canChange: boolean
  entities: readonly ListedEntity[]
}

/** What is found in a sentence besides its intent. */
export function EntitiesPanel({ botId, canChange, entities }: EntitiesPanelProps) {
  const { t } = useTranslation("understanding")
  const [edited, setEdited] = useState<ListedEntity | "new" | null>(null)
  const button = canChange && <Button onClick={() => setEdited("new")}>{t("newEntity")}</Button>
  return (
    <>
      {entities.length === 0 ? (
        <EmptyState
          icon="braces"
          title={t("emptyEntities")}
          text={t("emptyEntitiesText")}
          {...(button && { action: button })}
        />
      ) : (
        <>
          <div className={styles.head}>
            <p className={styles.hint}>{t("publishHint")}</p>
            {button}
          </div>
          <ul className={styles.list} aria-label={t("entities")}>
            {entities.map((entity) => (
              <EntityRow
                key={entity.id}
                {...{ botId, canChange, entity }}
                onEdit={() => setEdited(entity)}
              />
            ))}
          </ul>
        </>
      )}
      <EntityDialog
        key={edited === null ? "none" : edited === "new" ? "new" : edited.id}
        botId={botId}
        entity={edited === "new" ? null : edited}
        isOpen={edited !== null}
        canChange={canChange}
        onClose={() => setEdited(null)}
      />
    </>
  )
}

interface EntityRowProps {
  botId: string
  canChange: boolean
  entity: ListedEntity
  onEdit: () => void
}

const shown = 6

function EntityRow({ botId, canChange, entity, onEdit }: EntityRowProps) {
  const { t } = useTranslation("understanding")
  const { id, name, kind, values, pattern } = entity
  const forget = useForgetEntity()
  const some = values.slice(0, shown).map(({ value }) => value)
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <button type="button" className={styles.open} onClick={onEdit}>
          {name}
        </button>
        <p className={styles.facts}>
          <span>{t(`kind.${kind}`)}</span>
          {kind === "list" && <span>{t("values", { number: values.length })}</span>}
          {kind === "list" && (
            <span>
              {some.join(", ")}
              {values.length > shown && " …"}
            </span>
          )}
          {kind === "pattern" && <code dir="ltr">{pattern}</code>}
        </p>
      </div>
      {canChange && (
        <ChangeMenu
          name={name}
          consequence={t("deleteEntityText")}
          isBusy={forget.isPending}
          onEdit={onEdit}
          onDelete={() => forget.mutate({ botId, entityId: id })}
        />
      )}
    </li>
  )
}
