"use client"

import { useDirection } from "@mantine/core"
import { type MouseEvent, memo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CanvasStep, Diagnostic, Outlet } from "#basic"
import { Icon } from "../ui/icon.tsx"
import { BreakpointEdge, PaintBadge } from "./breakpoint-edge.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"
import styles from "./group-card.module.css"
import { OthersHere } from "./others-here.tsx"
import { OutHandle } from "./out-handle.tsx"
import { wayKey } from "./step-marks.ts"
import { findWordsField, StepWords, WordsEditor } from "./step-words.tsx"
import { useStepKeys } from "./use-step-keys.ts"
import { useWords } from "./use-words.ts"

interface StepRowProps {
  readonly step: CanvasStep
  readonly groupId: string
}

/** One step: its icon, what it does in plain words with the author's own arguments, and its ways out. */
export const StepRow = memo(function StepRow({ step, groupId }: StepRowProps) {
  const words = useWords()
  const { store, isReadOnly, dragStep, findingOf } = useCanvasActions()
  const isSelected = useStore(store, (state) => state.selection.includes(step.id))
  const isRunning = useStore(
    store,
    (state) => state.runningStepId !== null && step.covers.includes(state.runningStepId),
  )
  const isVisited = useStore(store, (state) =>
    step.covers.some((id) => state.visitedStepIds.has(id)),
  )
  const finding = findingOf(step.id)
  // The canvas is never mirrored; what is written on it reads as its language does.
  const { dir } = useDirection()
  const title = words(step.titleKey, step.values)
  const select = (isAdding: boolean) => {
    const { selection, selectSteps } = store.getState()
    if (!isAdding) return selectSteps([step.id])
    selectSteps(
      selection.includes(step.id)
        ? selection.filter((id) => id !== step.id)
        : [...selection, step.id],
    )
  }
  const [isEditing, setEditing] = useState(false)
  const edit = () => !isReadOnly && findWordsField(store, step.id) !== null && setEditing(true)
  const press = useStepKeys(step, groupId, edit)
  const openMenu = useStepMenu(step.id, () => isSelected || select(false))
  return (
    <div
      className={`${styles.step} nodrag`}
      data-drop-step={step.id}
      data-family={step.family}
      data-selected={isSelected || undefined}
      data-running={isRunning || undefined}
      data-visited={isVisited || undefined}
      data-off={step.isOff}
    >
      <BreakpointEdge stepId={step.id} />
      <OthersHere id={step.id} />
      <button
        type="button"
        className={styles.face}
        dir={dir}
        data-step={step.id}
        aria-pressed={isSelected}
        aria-current={isRunning ? "step" : undefined}
        aria-keyshortcuts="Enter F2 D Delete Alt+ArrowUp Alt+ArrowDown"
        title={finding ? `${finding.message} ${finding.hint ?? ""}` : undefined}
        onClick={(event) => select(event.shiftKey || event.metaKey || event.ctrlKey)}
        onKeyDown={press}
        onDoubleClick={edit}
        onContextMenu={openMenu}
        onPointerDown={(event) => !isReadOnly && dragStep(event, step.id, title)}
      >
        <span className={styles.icon}>
          <Icon name={step.icon} size={16} />
        </span>
        <span className={styles.words}>
          <StepWords titleKey={step.titleKey} values={step.values} />
        </span>
        {step.isOff && <OffMark />}
        <PaintBadge name={step.id} />
        {finding && <FindingMark severity={finding.severity} />}
      </button>
      {isEditing && <WordsEditor step={step} onClose={() => setEditing(false)} />}
      {step.outlets.length > 0 && (
        <ul className={styles.outlets}>
          {step.outlets.map((outlet) => (
            <OutletRow key={outlet.key} outlet={outlet} stepId={step.id} groupId={groupId} />
          ))}
        </ul>
      )}
    </div>
  )
})

function OffMark() {
  const { t } = useTranslation("canvas")
  return (
    <span className={styles.off} title={t("off.title")}>
      {t("off.mark")}
    </span>
  )
}

/** Opens the menu of a step, which is selected for it. */
function useStepMenu(stepId: string, select: () => unknown) {
  const { isReadOnly, askAbout } = useCanvasActions()
  return (event: MouseEvent) => {
    if (isReadOnly) return
    event.preventDefault()
    select()
    askAbout(stepId, placeOf(event))
  }
}

/** Where the menu of a step opens; the key for it knows no pointer. Units: CSS pixels of the window. */
function placeOf({ clientX, clientY, currentTarget }: MouseEvent): { x: number; y: number } {
  if (clientX > 0 || clientY > 0) return { x: clientX, y: clientY }
  const { left, bottom } = currentTarget.getBoundingClientRect()
  return { x: left + 20, y: bottom }
}

function FindingMark({ severity }: Pick<Diagnostic, "severity">) {
  const { t } = useTranslation("canvas")
  return (
    <span className={styles.finding} data-severity={severity}>
      <Icon name={severity === "error" ? "alert-circle" : "alert-triangle"} size={15} />
      <span className={styles.unseen}>{t("hasProblem")}</span>
    </span>
  )
}

interface OutletRowProps {
  readonly stepId: string
  readonly groupId: string
  readonly outlet: Outlet
}

/** A labelled way out of a step. */
export function OutletRow({ outlet, stepId, groupId }: OutletRowProps) {
  const { t } = useTranslation("canvas")
  const words = useWords()
  const label = outlet.labelKey ? words(outlet.labelKey, { text: outlet.text }) : outlet.text
  return (
    <li className={styles.outlet} data-connected={outlet.isConnected || undefined}>
      <span title={label} dir="auto">
        {label}
      </span>
      <PaintBadge name={wayKey(stepId, outlet.key)} />
      <OutHandle
        port={{ groupId, stepId, outlet: outlet.key }}
        label={outlet.isConnected ? t("outlet.connected", { label }) : t("outlet.open", { label })}
        isOpen={!outlet.isConnected}
      />
    </li>
  )
}
