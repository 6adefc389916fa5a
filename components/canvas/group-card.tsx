"use client"

import { Handle, type NodeProps, Position } from "@xyflow/react"
import type { TFunction } from "i18next"
import { Fragment, memo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../ui/icon.tsx"
import { InlineEdit } from "../ui/inline-edit.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"
import type { GroupNode } from "./canvas-nodes.ts"
import styles from "./group-card.module.css"
import { endHandle, inHandle } from "./port-handle.ts"
import { stepDrag } from "./step-drag.ts"
import { StepRow } from "./step-row.tsx"
import { useWords, type Words } from "./use-words.ts"

/** A titled card with a stack of steps. */
export const GroupCard = memo(function GroupCard({ data, selected }: NodeProps<GroupNode>) {
  const { group } = data
  const { t } = useTranslation("canvas")
  const { store, isReadOnly } = useCanvasActions()
  const dropIndex = useStore(stepDrag, (drag) =>
    drag.place?.kind === "group" && drag.place.groupId === group.id ? drag.place.index : null,
  )
  const isInline = group.inline !== null
  const words = useWords()
  const title = group.title || titleOf(data, words, t)
  const rename = (title: string) =>
    store.getState().perform({ kind: "renameGroup", groupId: group.id, title })
  return (
    <section
      className={styles.card}
      data-drop-group={group.id}
      data-selected={selected || undefined}
      data-inline={isInline || undefined}
      data-entry={group.isEntry || undefined}
      aria-label={title}
    >
      {!group.isEntry && (
        <Handle
          id={inHandle}
          type="target"
          position={Position.Left}
          className={styles.in}
          isConnectableStart={false}
        />
      )}
      <header className={`bw-group-head ${styles.head}`}>
        {group.isEntry && <Icon name="play" size={13} className={styles.flag ?? ""} />}
        <GroupTitle title={title} isFixed={isReadOnly || group.label === null} onSave={rename} />
      </header>
      <div className={styles.steps}>
        {group.steps.map((step, index) => (
          <Fragment key={step.id}>
            {dropIndex === index && <DropMark />}
            <StepRow step={step} groupId={group.id} />
          </Fragment>
        ))}
        {dropIndex === group.steps.length && <DropMark />}
        {group.steps.length === 0 && dropIndex === null && (
          <p className={styles.empty}>{t("emptyGroup")}</p>
        )}
      </div>
      <GroupEnd exit={group.exit} />
    </section>
  )
})

function GroupTitle({
  title,
  isFixed,
  onSave,
}: {
  title: string
  isFixed: boolean
  onSave: (title: string) => void
}) {
  const { t } = useTranslation("canvas")
  if (isFixed) return <span className={styles.title}>{title}</span>
  return (
    <InlineEdit
      value={title}
      label={t("groupTitle")}
      onSave={onSave}
      maxLength={80}
      className={styles.title ?? ""}
    />
  )
}

/** A group without a label is named by where it stands: the start, an outlet's own steps, what comes after. */
function titleOf(
  { group, caption }: GroupNode["data"],
  words: Words,
  t: TFunction<"canvas">,
): string {
  if (group.isEntry) return t("start")
  if (!group.inline) return t("afterwards")
  if (!caption) return ""
  return caption.labelKey ? words(caption.labelKey, { text: caption.text }) : caption.text
}

/** How the group ends: an edge leaves here, the conversation ends here, or nothing is said yet. */
function GroupEnd({ exit }: { exit: "next" | "goto" | "end" | "open" }) {
  const { t } = useTranslation("canvas")
  const words = {
    next: t("exit.next"),
    goto: t("exit.goto"),
    end: t("exit.end"),
    open: t("exit.open"),
  }[exit]
  return (
    <footer className={styles.end} data-exit={exit}>
      {exit === "end" && <Icon name="stop" size={12} />}
      <span>{words}</span>
      <Handle
        id={endHandle}
        type="source"
        position={Position.Right}
        className={styles.out}
        data-open={exit === "open" || exit === "end" || undefined}
        aria-label={t("connectEnd")}
      />
    </footer>
  )
}

function DropMark() {
  return <div className={styles.drop} aria-hidden="true" />
}
