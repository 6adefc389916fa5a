"use client"

import { useEffect, useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { FlowChange, StoredFlow } from "#basic"
import { CanvasView } from "../../canvas/canvas-view.tsx"
import { type BuilderStore, createBuilderStore } from "../builder-store.ts"
import styles from "./history.module.css"

interface CanvasDiffProps {
  readonly before: StoredFlow | null
  readonly after: StoredFlow | null
  readonly change: FlowChange
  /** The step that is looked at. */
  readonly stepId: string | null
}

/** Both pictures of a flow, with what came, went and changed marked in each. */
export function CanvasDiff({ before, after, change, stepId }: CanvasDiffProps) {
  const { t } = useTranslation("history")
  return (
    <div className={styles.pictures}>
      <Picture label={t("before")} flow={before} change={change} side="before" stepId={stepId} />
      <Picture label={t("after")} flow={after} change={change} side="after" stepId={stepId} />
      <p className={styles.legend}>
        {(["added", "removed", "changed", "moved"] as const).map((kind) => (
          <span key={kind} data-kind={kind}>
            {t(`kind.${kind}`)}
          </span>
        ))}
      </p>
    </div>
  )
}

interface PictureProps {
  readonly label: string
  readonly flow: StoredFlow | null
  readonly change: FlowChange
  readonly side: "before" | "after"
  readonly stepId: string | null
}

function Picture({ label, flow, change, side, stepId }: PictureProps) {
  const { t } = useTranslation("history")
  const store = useMemo(
    () => flow && createBuilderStore({ source: flow.source, layout: flow.layout, revision: 0 }),
    [flow],
  )
  useEffect(() => {
    if (store && stepId !== null) showStep(store, stepId)
  }, [store, stepId])
  return (
    <section className={styles.picture} aria-label={label}>
      <h3>{label}</h3>
      {store === null ? (
        <p className={styles.quiet}>{t("changes.notThere")}</p>
      ) : (
        <div className={styles.canvas} data-marked={side}>
          <style>{markSteps(change, side)}</style>
          <CanvasView store={store} isReadOnly hasPalette={false} />
        </div>
      )}
    </section>
  )
}

function showStep(store: BuilderStore, stepId: string) {
  const { document, selectSteps, showFlow, flowId } = store.getState()
  const flow = document.flows.find(({ groups }) =>
    groups.some(({ steps }) => steps.some(({ covers }) => covers.includes(stepId))),
  )
  if (flow === undefined) return
  if (flow.id !== flowId) showFlow(flow.id)
  selectSteps([stepId])
}

const colours = {
  added: "var(--mantine-color-teal-6)",
  removed: "var(--mantine-color-red-6)",
  changed: "var(--mantine-color-yellow-6)",
  moved: "var(--mantine-color-blue-5)",
} as const
const signs = { added: "+", removed: "−", changed: "~", moved: "↕" } as const

/** A mark on each step that differs: a colour, and a sign for those who do not see it. */
function markSteps({ steps }: FlowChange, side: "before" | "after"): string {
  return steps
    .filter(({ kind }) => kind !== (side === "before" ? "added" : "removed"))
    .map(({ id, kind }) => {
      const step = `[data-marked="${side}"] [data-step="${CSS.escape(id)}"]`
      return `${step} { box-shadow: inset 4px 0 0 ${colours[kind]}; }
${step}::after { content: "${signs[kind]}"; margin-inline-start: auto; padding-inline: 6px; font-weight: 700; color: ${colours[kind]}; }`
    })
    .join("\n")
}
