"use client"

import { Button } from "@mantine/core"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { suggestAnswer } from "#basic/debugger/session.ts"
import { useWords } from "../../canvas/use-words.ts"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { type BuilderStore, findStep } from "../builder-store.ts"
import type { TestRunView } from "../use-test-run.ts"
import styles from "./debug.module.css"
import { EffectForm } from "./effect-form.tsx"

/** Shown while the bot stands still: before which step, and the ways to go on. */
export function PauseStrip({ store, view }: { store: BuilderStore; view: TestRunView }) {
  const { t } = useTranslation("builder")
  const { pause } = view.run
  const name = useStepName(store, view)
  if (pause === null) return null
  return (
    <section className={styles.strip} aria-label={t("debug.paused")}>
      <p className={styles.stripText} role="status">
        {pause.effect ? (
          t("debug.effect.asked", { keyword: pause.effect.keyword })
        ) : (
          <>
            {t("debug.pausedBefore")} <b>{name}</b>
          </>
        )}
      </p>
      {pause.effect ? <AskedEffect view={view} /> : <StepTools view={view} />}
    </section>
  )
}

function StepTools({ view }: { view: TestRunView }) {
  const { t } = useTranslation("builder")
  const { actions, run } = view
  const top = { tooltipPosition: "top", size: 30 } as const
  return (
    <div className={styles.stripTools} role="toolbar" aria-label={t("debug.steps")}>
      <Button
        size="compact-sm"
        leftSection={<Icon name="play" size={14} />}
        onClick={() => actions.step("run")}
      >
        {t("debug.continue")}
      </Button>
      <IconButton
        label={t("debug.over")}
        shortcut="F10"
        {...top}
        onClick={() => actions.step("over")}
      >
        <Icon name="arrow-forward-up" size={17} />
      </IconButton>
      <IconButton
        label={t("debug.into")}
        shortcut="F11"
        {...top}
        onClick={() => actions.step("into")}
      >
        <Icon name="corner-down-right" size={17} />
      </IconButton>
      <IconButton
        label={t("debug.out")}
        shortcut="shift+F11"
        {...top}
        onClick={() => actions.step("out")}
      >
        <Icon name="corner-down-left" size={17} />
      </IconButton>
      <IconButton
        label={t("debug.back")}
        shortcut="shift+F10"
        {...top}
        disabled={run.pause?.moment === 0}
        onClick={() => actions.back()}
      >
        <Icon name="arrow-left" size={17} className="bw-mirror" />
      </IconButton>
    </div>
  )
}

function AskedEffect({ view }: { view: TestRunView }) {
  const { bundle, options } = view.target
  const effect = view.run.pause?.effect ?? null
  const { session } = view.state
  const suggested = useMemo(
    () => (effect ? suggestAnswer(bundle, session, effect, options) : null),
    [bundle, session, effect, options],
  )
  if (effect === null) return null
  return (
    <>
      <pre className={styles.operands}>{JSON.stringify(effect.operands, null, 1)}</pre>
      <EffectForm
        key={effect.number}
        given={suggested}
        onAnswer={(answer) => view.actions.answer(effect.number, answer)}
      />
    </>
  )
}

/** The step in plain words; a step of another flow by its line. */
function useStepName(store: BuilderStore, view: TestRunView): string {
  const { t } = useTranslation("builder")
  const words = useWords()
  const { pause } = view.run
  if (pause === null) return ""
  const step = findStep(store.getState().document, view.findOwn(pause.stepId) ?? "")
  return step ? words(step.titleKey, step.values) : t("problems.line", { line: pause.line })
}
