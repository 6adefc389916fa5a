"use client"

import { useEffect, useMemo, useRef } from "react"
import { useTranslation } from "react-i18next"
import { listStatements } from "#basic"
import {
  type Explanation,
  explain,
  type FoundStatement,
  type Reason,
} from "#basic/debugger/explain.ts"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { type BuilderStore, findStep } from "../builder-store.ts"
import type { TestRunView } from "../use-test-run.ts"
import styles from "./debug.module.css"

interface WhyCardProps {
  readonly store: BuilderStore
  readonly view: TestRunView
  /** The place of the bot's message among the events. */
  readonly event: number
  readonly onClose: () => void
}

/** Why the bot said a message: its step, what it was made of, and the decisions that led to it. */
export function WhyCard({ store, view, event, onClose }: WhyCardProps) {
  const { t } = useTranslation(["builder", "common"])
  const why = useExplanation(store, view, event)
  const card = useRef<HTMLElement>(null)
  // The message may stand far above.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message is another card
  useEffect(() => card.current?.scrollIntoView({ block: "nearest" }), [event])
  if (why === null) return null
  const said = view.run.preview.events[event]
  const begun = why.saidEvent === null ? null : view.run.preview.events[why.saidEvent]
  return (
    <section ref={card} className={styles.why} aria-label={t("debug.why")}>
      <header>
        <b dir="auto">{said?.kind === "bot" ? said.text : ""}</b>
        <IconButton label={t("common:close")} size={24} onClick={onClose}>
          <Icon name="x" size={14} />
        </IconButton>
      </header>
      <ol>
        <li>
          {begun?.kind === "you" ? t("debug.whySaid", { text: begun.text }) : t("debug.whyBegan")}
        </li>
        {why.effects.map(({ number, keyword, answer }) => (
          <li key={`e${number}`}>
            {t("code" in answer ? "debug.whyFailed" : "debug.whyGave", {
              keyword,
              value: showValue("code" in answer ? answer.message : answer.value),
            })}
          </li>
        ))}
        {why.reasons.map((reason) => (
          <ReasonRow key={reason.moment} store={store} view={view} reason={reason} />
        ))}
        <li>
          <StepLink store={store} view={view} stepId={why.stepId}>
            {t("debug.whyStep", { line: why.line })}
          </StepLink>
          <Values values={why.values} />
        </li>
      </ol>
    </section>
  )
}

interface ReasonRowProps {
  readonly store: BuilderStore
  readonly view: TestRunView
  readonly reason: Reason
}

function ReasonRow({ store, view, reason }: ReasonRowProps) {
  const { t } = useTranslation("builder")
  return (
    <li>
      <StepLink store={store} view={view} stepId={reason.stepId}>
        <code>{reason.text}</code>
      </StepLink>{" "}
      {reason.outcome && <b>{t(`debug.outcome.${reason.outcome}`)}</b>}
      <Values values={reason.values} />
    </li>
  )
}

function Values({ values }: { values: Reason["values"] }) {
  if (values.length === 0) return null
  return (
    <dl>
      {values.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{showValue(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

interface StepLinkProps {
  readonly store: BuilderStore
  readonly view: TestRunView
  readonly stepId: string
  readonly children: React.ReactNode
}

function StepLink({ store, view, stepId, children }: StepLinkProps) {
  const own = view.findOwn(stepId)
  const show = () => {
    const step = own === null ? null : findStep(store.getState().document, own)
    if (step) store.getState().reveal(step.span, step.id)
  }
  return (
    <button type="button" className={styles.link} disabled={own === null} onClick={show}>
      {children}
    </button>
  )
}

const showValue = (value: unknown): string => {
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}

function useExplanation(store: BuilderStore, view: TestRunView, event: number): Explanation | null {
  const { target, state, run, findOwn } = view
  return useMemo(() => {
    const { program, layout, source } = store.getState().document
    const byId = new Map(
      listStatements(program).map(({ statement }, index) => [layout.stepIds[index], statement]),
    )
    const findStatement = (stepId: string): FoundStatement | null => {
      const statement = byId.get(findOwn(stepId) ?? "")
      return statement ? { statement, source } : null
    }
    const { bundle, options } = target
    return explain({ bundle, options, session: state.session, run, findStatement }, event)
  }, [store, target, state.session, run, findOwn, event])
}
