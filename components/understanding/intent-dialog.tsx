"use client"

import { Group, NumberInput, Switch, Textarea, TextInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { defaultThreshold } from "#catalog/understanding/definition.ts"
import { useTRPC } from "../api/trpc.ts"
import { Dialog } from "../ui/dialog.tsx"
import { FormActions } from "../ui/form-actions.tsx"
import { readLines } from "./read-lines.ts"
import type { ListedIntent } from "./shapes.ts"
import { useAfterChange } from "./use-changes.ts"

interface IntentDialogProps {
  botId: string
  /** Null for a new one. */
  intent: ListedIntent | null
  isOpen: boolean
  canChange: boolean
  onClose: () => void
}

/** An intent as a whole: its name, its examples, and from when on it counts. */
export function IntentDialog(props: IntentDialogProps) {
  const { t } = useTranslation("understanding")
  const title = t(props.intent === null ? "newIntent" : "editIntent")
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={title} size="lg">
      <IntentForm {...props} />
    </Dialog>
  )
}

function IntentForm({ botId, intent, canChange, onClose }: IntentDialogProps) {
  const { t } = useTranslation(["understanding", "common"])
  const [name, setName] = useState(intent?.name ?? "")
  const [description, setDescription] = useState(intent?.description ?? "")
  const [percent, setPercent] = useState(Math.round((intent?.threshold ?? defaultThreshold) * 100))
  const [isActive, setActive] = useState(intent?.isActive ?? true)
  const [lines, setLines] = useState((intent?.examples ?? []).join("\n"))
  const trpc = useTRPC()
  const save = useMutation(trpc.understanding.saveIntent.mutationOptions(useAfterChange(onClose)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const examples = readLines(lines)
    save.mutate({
      ...{ botId, baseRevision: intent?.revision ?? 0, ...(intent && { intentId: intent.id }) },
      intent: { name, description, threshold: percent / 100, isActive, examples },
    })
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        required
        maxLength={limits.intentNameChars}
        readOnly={!canChange}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        mt="md"
        label={t("exampleLines")}
        description={t("exampleHint")}
        autosize
        minRows={6}
        maxRows={14}
        readOnly={!canChange}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
      />
      <TextInput
        mt="md"
        label={t("intentDescription")}
        description={t("intentDescriptionHint")}
        maxLength={limits.intentDescriptionChars}
        readOnly={!canChange}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Counting {...{ percent, setPercent, isActive, setActive, canChange }} />
      <FormActions
        label={canChange ? t("common:save") : null}
        isBusy={save.isPending}
        onCancel={onClose}
      />
    </form>
  )
}

interface CountingProps {
  percent: number
  setPercent: (percent: number) => void
  isActive: boolean
  setActive: (isActive: boolean) => void
  canChange: boolean
}

/** Whether it counts, and from when on. */
function Counting({ percent, setPercent, isActive, setActive, canChange }: CountingProps) {
  const { t } = useTranslation("understanding")
  return (
    <Group mt="md" align="flex-end" gap="lg">
      <NumberInput
        label={t("threshold")}
        min={0}
        max={100}
        readOnly={!canChange}
        value={percent}
        onChange={(value) => setPercent(Math.min(100, Math.max(0, Number(value) || 0)))}
      />
      <Switch
        mb={8}
        label={t("isActive")}
        disabled={!canChange}
        checked={isActive}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </Group>
  )
}
