"use client"

import { NativeSelect, Switch, Textarea, TextInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { type EntityKind, entityKinds } from "#basic/understanding/entity.ts"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { Dialog } from "../ui/dialog.tsx"
import { FormActions } from "../ui/form-actions.tsx"
import { readValues, writeValues } from "./read-lines.ts"
import type { ListedEntity } from "./shapes.ts"
import { useAfterChange } from "./use-changes.ts"

interface EntityDialogProps {
  botId: string
  /** Null for a new one. */
  entity: ListedEntity | null
  isOpen: boolean
  canChange: boolean
  onClose: () => void
}

/** An entity as a whole: a list with other words for its values, a pattern, or a kind every bot knows under another name. */
export function EntityDialog(props: EntityDialogProps) {
  const { t } = useTranslation("understanding")
  const title = t(props.entity === null ? "newEntity" : "editEntity")
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={title} size="lg">
      <EntityForm {...props} />
    </Dialog>
  )
}

function EntityForm({ botId, entity, canChange, onClose }: EntityDialogProps) {
  const { t } = useTranslation(["understanding", "common"])
  const [name, setName] = useState(entity?.name ?? "")
  const [kind, setKind] = useState<EntityKind>(entity?.kind ?? "list")
  const [words, setWords] = useState<Words>({
    lines: writeValues(entity?.values ?? []),
    isFuzzy: entity?.isFuzzy ?? true,
    pattern: entity?.pattern ?? "",
  })
  const trpc = useTRPC()
  const save = useMutation(trpc.understanding.saveEntity.mutationOptions(useAfterChange(onClose)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { lines, isFuzzy, pattern } = words
    const values = kind === "list" ? readValues(lines) : []
    save.mutate({
      ...{ botId, baseRevision: entity?.revision ?? 0, ...(entity && { entityId: entity.id }) },
      entity: {
        ...{ name, kind, isFuzzy, pattern: kind === "pattern" ? pattern : "" },
        values: values.map(({ value, synonyms }) => ({ value, synonyms: [...synonyms] })),
      },
    })
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t("name")}
        required
        maxLength={limits.intentNameChars}
        readOnly={!canChange}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        mt="md"
        label={t("kind")}
        disabled={!canChange}
        value={kind}
        data={entityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(event) => setKind(event.currentTarget.value as EntityKind)}
      />
      <EntityWords {...{ kind, words, setWords, canChange }} />
      <FormActions
        label={canChange ? t("common:save") : null}
        isBusy={save.isPending}
        onCancel={onClose}
      />
    </form>
  )
}

/** What a list or a pattern says. */
interface Words {
  readonly lines: string
  readonly isFuzzy: boolean
  readonly pattern: string
}
interface EntityWordsProps {
  kind: EntityKind
  words: Words
  setWords: (words: Words) => void
  canChange: boolean
}

function EntityWords({ kind, words, setWords, canChange }: EntityWordsProps) {
  const { t } = useTranslation("understanding")
  const { lines, isFuzzy, pattern } = words
  return (
    <>
      {kind === "list" && (
        <>
          <Textarea
            mt="md"
            label={t("valueLines")}
            description={t("valueHint")}
            autosize
            minRows={5}
            maxRows={14}
            readOnly={!canChange}
            value={lines}
            onChange={(event) => setWords({ ...words, lines: event.currentTarget.value })}
          />
          <Switch
            mt="md"
            label={t("isFuzzy")}
            disabled={!canChange}
            checked={isFuzzy}
            onChange={(event) => setWords({ ...words, isFuzzy: event.currentTarget.checked })}
          />
        </>
      )}
      {kind === "pattern" && (
        <TextInput
          mt="md"
          dir="ltr"
          label={t("pattern")}
          description={t("patternHint")}
          required
          maxLength={200}
          readOnly={!canChange}
          value={pattern}
          onChange={(event) => setWords({ ...words, pattern: event.currentTarget.value })}
        />
      )}
    </>
  )
}
