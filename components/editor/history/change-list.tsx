"use client"

import { useTranslation } from "react-i18next"
import type { FlowChange, StepChange } from "#basic"
import styles from "./history.module.css"

interface ChangeListProps {
  readonly changes: readonly FlowChange[]
  /** Shows a step in the other views. */
  readonly onShow?: (flow: string, step: StepChange) => void
  /** So many steps of a flow are written out. */
  readonly most?: number
}

const marks = { added: "+", removed: "−", changed: "~", moved: "↕" } as const

/** What changed, flow by flow, in plain words. */
export function ChangeList({ changes, onShow, most = 100 }: ChangeListProps) {
  const { t } = useTranslation("history")
  const seen = changes.filter(({ kind }) => kind !== "same")
  if (seen.length === 0) return <p className={styles.quiet}>{t("changes.none")}</p>
  return (
    <ul className={styles.changes}>
      {seen.map((flow) => (
        <li key={flow.name}>
          <p className={styles.flowName}>
            <strong>
              <bdi>{flow.name}</bdi>
            </strong>{" "}
            <Summary flow={flow} />
          </p>
          <ul className={styles.steps}>
            {flow.steps.slice(0, most).map((step) => (
              <li key={`${step.kind}${step.id}`} data-kind={step.kind}>
                <StepLine step={step} onShow={onShow && (() => onShow(flow.name, step))} />
              </li>
            ))}
          </ul>
          {flow.steps.length > most && (
            <p className={styles.quiet}>{t("changes.more", { count: flow.steps.length - most })}</p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Summary({ flow }: { flow: FlowChange }) {
  const { t } = useTranslation("history")
  if (flow.kind === "added") return <span>{t("changes.flowAdded")}</span>
  if (flow.kind === "removed") return <span>{t("changes.flowRemoved")}</span>
  const kinds = ["added", "changed", "removed", "moved"] as const
  const parts = kinds.flatMap((kind) => {
    const count = flow.steps.filter((step) => step.kind === kind).length
    return count === 0 ? [] : [t(`changes.${kind}`, { count })]
  })
  return <span>{parts.join(", ")}</span>
}

function StepLine({ step, onShow }: { step: StepChange; onShow?: (() => void) | undefined }) {
  const { t } = useTranslation("history")
  const words = (
    <>
      <span className={styles.mark} aria-hidden="true">
        {marks[step.kind]}
      </span>
      <span className={styles.hidden}>{t(`kind.${step.kind}`)}</span>
      <span dir="ltr">
        {step.kind === "changed" && <del>{firstLine(step.before)}</del>}{" "}
        {firstLine(step.after ?? step.before)}
      </span>
    </>
  )
  if (!onShow) return <span className={styles.step}>{words}</span>
  return (
    <button type="button" className={styles.step} onClick={onShow}>
      {words}
    </button>
  )
}

function firstLine(text: string | null): string {
  const [line = "", ...rest] = (text ?? "").split("\n")
  const cut = line.length > 90 ? `${line.slice(0, 89)}…` : line
  return rest.length > 0 && cut === line ? `${cut} …` : cut
}
