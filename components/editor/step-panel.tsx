"use client"

import { Button, Group } from "@mantine/core"
import { Suspense } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { type CanvasStep, type FieldValue, namesOf, stepForm } from "#basic"
import { focusStep } from "../canvas/use-step-keys.ts"
import { useWords } from "../canvas/use-words.ts"
import { MoreTexts } from "../i18n/builder-texts.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { Pending } from "../ui/pending.tsx"
import styles from "./builder.module.css"
import { type BuilderStore, findStep } from "./builder-store.ts"
import { StepField } from "./fields/step-field.tsx"
import { StepKeyword } from "./fields/use-picks.ts"
import { OpenTarget } from "./flows/open-target.tsx"
import { useCalmDocument } from "./use-calm-document.ts"
import { useFindingWords } from "./use-finding-words.ts"

const ChannelPreview = lazyPart(async () => ({
  default: (await import("./channels/channel-preview.tsx")).ChannelPreview,
}))
const StepTexts = lazyPart(async () => ({ default: (await import("./step-texts.tsx")).StepTexts }))

interface StepPanelProps {
  readonly store: BuilderStore
  readonly canEdit: boolean
}

/** The settings of the selected step, drawn from its definition. */
export function StepPanel(props: StepPanelProps) {
  return (
    <MoreTexts group="findings">
      <StepSettings {...props} />
    </MoreTexts>
  )
}

function StepSettings({ store, canEdit }: StepPanelProps) {
  const { t } = useTranslation("builder")
  const wordsOf = useFindingWords()
  const words = useWords()
  const document = useCalmDocument(store)
  const stepId = useStore(store, (state) =>
    state.selection.length === 1 ? (state.selection[0] ?? null) : null,
  )
  const step = stepId === null ? null : findStep(document, stepId)
  const form = step === null ? null : stepForm(document, step.id)
  if (!step || !form)
    return <EmptyState icon="adjustments" title={t("step.none")} text={t("step.noneText")} />
  const { variables } = namesOf(document.program)
  /** The reason stands at the field, so that what was typed is not lost with a message that goes away. */
  const setField = (field: string, value: FieldValue): string | null => {
    const gesture = { kind: "setField", stepId: step.id, field, value } as const
    const refusal = store.getState().tryGesture(gesture)
    if (refusal === null) return null
    const { message, hint } = wordsOf(refusal)
    return hint === null ? message : `${message} ${hint}`
  }
  return (
    <form
      className={styles.stepPanel}
      data-settings={step.id}
      onSubmit={(event) => event.preventDefault()}
      aria-label={t("step.settings")}
      onKeyDown={(event) => {
        // Menus and lists close first; the next Escape goes back to the step on the canvas.
        if (event.key === "Escape" && !event.defaultPrevented) focusStep(step.id)
      }}
    >
      <header className={styles.stepHead} data-family={step.family}>
        <span className={styles.stepIcon}>
          <Icon name={step.icon} size={18} />
        </span>
        <div>
          <h2 className={styles.stepTitle} title={words(step.titleKey, step.values)}>
            {words(step.titleKey, step.values)}
          </h2>
          <p className={styles.stepSummary}>{words(`${step.titleKey}.summary`)}</p>
        </div>
      </header>
      {step.isOff && <p className={styles.stepOff}>{t("step.isOff")}</p>}
      <StepKeyword value={step.keyword}>
        {form.fields.map((field) => (
          <StepField
            key={`${step.id} ${field.name}`}
            field={field}
            variables={variables}
            isReadOnly={!canEdit}
            onChange={(value) => setField(field.name, value)}
          />
        ))}
      </StepKeyword>
      <Suspense fallback={<Pending />}>
        <StepTexts key={step.id} store={store} stepId={step.id} canEdit={canEdit} />
      </Suspense>
      <Suspense fallback={<Pending />}>
        <ChannelPreview form={form} />
      </Suspense>
      {form.fields.length === 0 && <p className={styles.stepSummary}>{t("step.noFields")}</p>}
      <code className={styles.stepSource} dir="ltr">
        {step.source}
      </code>
      <OpenTarget store={store} stepId={step.id} />
      {canEdit && <StepActs store={store} step={step} />}
    </form>
  )
}

function StepActs({ store, step }: { store: BuilderStore; step: CanvasStep }) {
  const { t } = useTranslation("builder")
  const { perform } = store.getState()
  const stepIds = [step.id]
  const isOff = step.isOff !== true
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="copy" size={14} />}
        onClick={() => perform({ kind: "duplicateStep", stepId: step.id })}
      >
        {t("step.duplicate")}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name={isOff ? "pause" : "play"} size={14} />}
        onClick={() => perform({ kind: "switchSteps", stepIds, isOff })}
      >
        {t(isOff ? "step.switchOff" : "step.switchOn")}
      </Button>
      <Button
        size="xs"
        variant="default"
        color="red"
        leftSection={<Icon name="trash" size={14} />}
        onClick={() => perform({ kind: "removeSteps", stepIds })}
      >
        {t("step.remove")}
      </Button>
    </Group>
  )
}
