"use client"

import { useDirection } from "@mantine/core"
import { Handle, type NodeProps, Position } from "@xyflow/react"
import { Fragment, memo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { type CanvasGroup, estimateHeight } from "#basic"
import { Icon } from "../ui/icon.tsx"
import { InlineEdit } from "../ui/inline-edit.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"
import type { CardFacts, GroupNode } from "./canvas-nodes.ts"
import styles from "./group-card.module.css"
import { useGroupName } from "./group-name.ts"
import { enterCard, leaveCard } from "./hovered-card.ts"
import { OthersHere } from "./others-here.tsx"
import { OutHandle } from "./out-handle.tsx"
import { inHandle } from "./port-handle.ts"
import { stepDrag } from "./step-drag.ts"
import { OutletRow, StepRow } from "./step-row.tsx"
import { useTypedCard } from "./use-typed-card.ts"

/** A titled card with a stack of steps. */
export const GroupCard = memo(function GroupCard(props: NodeProps<GroupNode>) {
  const isFar = useCanvasActions().isFar
  return isFar ? <FarCard {...props} /> : <NearCard {...props} />
})

/** A card seen from far away: a block of its size with its title, and a bar for each step. */
function FarCard({ data, selected, height }: NodeProps<GroupNode>) {
  const { group, name } = data
  const title = useGroupName()(name)
  return (
    <article
      className={`bw-group-head ${styles.far}`}
      style={{ height: height ?? estimateHeight(group.steps) }}
      data-drop-group={group.id}
      data-selected={selected || undefined}
      data-color={group.look.color}
      aria-label={title}
    >
      <strong>{title}</strong>
      {group.steps.slice(0, 8).map(({ id, family, outlets }) => (
        <i key={id} data-family={family} style={{ flexGrow: 2 + outlets.length }} />
      ))}
    </article>
  )
}

function NearCard({ data, selected }: NodeProps<GroupNode>) {
  const { name } = data
  const group = useTypedCard(data.group)
  const dropIndex = useStore(stepDrag, (drag) =>
    drag.place?.kind === "group" && drag.place.groupId === group.id ? drag.place.index : null,
  )
  const title = useGroupName()(name)
  return (
    <article
      className={styles.card}
      data-drop-group={group.id}
      data-selected={selected || undefined}
      data-dropping={dropIndex !== null || undefined}
      data-inline={group.inline !== null || undefined}
      data-entry={group.isEntry || undefined}
      data-color={group.look.color}
      aria-label={title}
      onPointerEnter={() => enterCard(group.id)}
      onPointerLeave={() => leaveCard(group.id)}
      onFocus={() => enterCard(group.id)}
    >
      {/* The start too: conversations lead back to it, and a way needs a place to arrive. */}
      <Handle
        id={inHandle}
        type="target"
        position={Position.Left}
        className={styles.in}
        isConnectableStart={false}
        aria-hidden="true"
      />
      <OthersHere id={group.id} />
      <CardHead facts={data} title={title} />
      {group.look.isCollapsed ? (
        <FoldedSteps group={group} />
      ) : (
        <div className={styles.steps}>
          {group.steps.map((step, index) => (
            <Fragment key={step.id}>
              {dropIndex === index && <DropMark />}
              <StepRow step={step} groupId={group.id} />
            </Fragment>
          ))}
          {dropIndex === group.steps.length && <DropMark />}
          {group.steps.length === 0 && <EmptyCard />}
        </div>
      )}
      {data.hasEnd ? <CardFoot facts={data} title={title} /> : <div className={styles.noEnd} />}
    </article>
  )
}

function CardHead({ facts: { group }, title }: { facts: CardFacts; title: string }) {
  const { t } = useTranslation("canvas")
  const { store, isReadOnly } = useCanvasActions()
  const { dir } = useDirection()
  const icon = group.isEntry ? "play" : group.inline ? "corner-down-right" : null
  return (
    <header className={`bw-group-head ${styles.head}`} dir={dir}>
      {icon && <Icon name={icon} size={13} className={styles.flag ?? ""} />}
      {isReadOnly || group.label === null ? (
        <span className={styles.title} title={title}>
          {title}
        </span>
      ) : (
        <InlineEdit
          value={title}
          label={t("groupTitle")}
          onSave={(next) =>
            store.getState().perform({ kind: "renameGroup", groupId: group.id, title: next })
          }
          maxLength={80}
          className={styles.title ?? ""}
        />
      )}
    </header>
  )
}

/** What is left of a collapsed card: how much it holds, and every way out. */
function FoldedSteps({ group }: { group: CanvasGroup }) {
  const { t } = useTranslation("canvas")
  const { store, isReadOnly } = useCanvasActions()
  const open = () =>
    store
      .getState()
      .perform({ kind: "styleGroups", groupIds: [group.id], look: { isCollapsed: false } })
  return (
    <div className={styles.steps}>
      <button
        type="button"
        className={`${styles.folded} nodrag`}
        disabled={isReadOnly}
        onClick={open}
      >
        {t("folded", { count: group.steps.length })}
      </button>
      <ul className={styles.outlets}>
        {group.steps.flatMap((step) =>
          step.outlets.map((outlet) => (
            <OutletRow
              key={`${step.id} ${outlet.key}`}
              outlet={outlet}
              stepId={step.id}
              groupId={group.id}
            />
          )),
        )}
      </ul>
    </div>
  )
}

/** A card without steps says what to do, and does it. */
function EmptyCard() {
  const { t } = useTranslation("canvas")
  const { isReadOnly, askForStep } = useCanvasActions()
  if (isReadOnly) return <p className={styles.empty}>{t("nothingYet")}</p>
  return (
    <button type="button" className={`${styles.empty} nodrag`} onClick={askForStep}>
      <Icon name="plus" size={15} /> {t("emptyGroup")}
    </button>
  )
}

/** How the group ends: it goes on elsewhere, the conversation ends here, or nothing is said yet. */
function CardFoot({ facts: { group, next }, title }: { facts: CardFacts; title: string }) {
  const { t } = useTranslation("canvas")
  const nextName = useGroupName()
  const { dir } = useDirection()
  const { id, exit } = group
  const isOpen = exit === "open" || exit === "end"
  const words = next ? t("thenTo", { title: nextName(next) }) : t(`exit.${exit}`)
  return (
    <footer className={styles.end} data-exit={exit}>
      {exit === "end" && <Icon name="stop" size={12} />}
      <span title={words} dir={dir}>
        {words}
      </span>
      <OutHandle
        port={{ groupId: id, stepId: null, outlet: null }}
        label={t("connectEnd", { title, state: words })}
        isOpen={isOpen}
      />
    </footer>
  )
}

function DropMark() {
  return <div className={styles.drop} aria-hidden="true" />
}
