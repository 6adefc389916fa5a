"use client"

import { Button, Switch, Textarea, TextInput } from "@mantine/core"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { alignVariables, type PromptVariable } from "#catalog/prompts/prompt-variable.ts"
import { CopyField } from "../ui/copy-field.tsx"
import type { Prompt, Version } from "./prompt-shapes.ts"
import styles from "./prompts.module.css"
import { TextPreview } from "./text-preview.tsx"
import { usePromptActs } from "./use-prompt-acts.ts"
import { VariableRow } from "./variable-row.tsx"

interface TextPanelProps {
  prompt: Prompt
  /** What is changed. */
  version: Version
  canChange: boolean
  onSaved: () => void
}

/** The text with its holes on one side, what a model would be told on the other. */
export function TextPanel({ prompt, version, canChange, onSaved }: TextPanelProps) {
  const { t } = useTranslation("prompts")
  const [text, setText] = useState(version.text)
  const [known, setKnown] = useState<readonly PromptVariable[]>(version.variables)
  const variables = useMemo(() => alignVariables(text, known), [text, known])
  const change = (variable: PromptVariable) =>
    setKnown([...known.filter(({ name }) => name !== variable.name), variable])
  const isSame =
    text === version.text && JSON.stringify(variables) === JSON.stringify(version.variables)
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        {version.number !== prompt.liveNumber && (
          <p className={styles.quiet}>{t("editing", { number: version.number })}</p>
        )}
        <Textarea
          label={t("text")}
          description={t("textHint", { hole: "{{name}}" })}
          value={text}
          maxLength={limits.promptChars}
          readOnly={!canChange}
          autosize
          minRows={8}
          maxRows={24}
          dir="auto"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {variables.length > 0 && (
          <fieldset className={styles.variables} disabled={!canChange}>
            <legend>{t("variables")}</legend>
            {variables.map((variable) => (
              <VariableRow key={variable.name} variable={variable} onChange={change} />
            ))}
          </fieldset>
        )}
        {canChange && (
          <SaveForm
            prompt={prompt}
            text={text}
            variables={variables}
            isSame={isSame}
            onSaved={onSaved}
          />
        )}
      </div>
      <div className={styles.aside}>
        <TextPreview text={text} variables={variables} />
        <CopyField
          label={t("use")}
          description={t("useHint", { name: prompt.name })}
          value={statementOf(prompt.name, variables)}
          copyLabel={t("copy")}
          copiedLabel={t("copied")}
        />
      </div>
    </div>
  )
}

interface SaveFormProps {
  prompt: Prompt
  text: string
  variables: readonly PromptVariable[]
  /** Nothing was changed. */
  isSame: boolean
  onSaved: () => void
}

function SaveForm({ prompt, text, variables, isSame, onSaved }: SaveFormProps) {
  const { t } = useTranslation("prompts")
  const [note, setNote] = useState("")
  const [isLive, setLive] = useState(true)
  const { saveVersion } = usePromptActs(onSaved)
  const next = (prompt.versions[0]?.number ?? 0) + 1
  const save = () =>
    saveVersion.mutate({
      ...{ promptId: prompt.id, text, note, isLive },
      variables: variables.map((each) => ({ ...each, choices: [...each.choices] })),
    })
  return (
    <div className={styles.save}>
      <TextInput
        label={t("note")}
        placeholder={t("noteExample")}
        value={note}
        maxLength={limits.promptNoteChars}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Switch
        label={t("liveAtOnce")}
        checked={isLive}
        onChange={(event) => setLive(event.currentTarget.checked)}
      />
      <Button
        disabled={isSame || text.trim() === ""}
        loading={saveVersion.isPending}
        onClick={save}
      >
        {t("saveAs", { number: next })}
      </Button>
    </div>
  )
}

/** As a flow writes it. */
function statementOf(name: string, variables: readonly PromptVariable[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const values = variables
    .filter(({ fallback }) => fallback === null)
    .map((variable) => `${variable.name} = ${quoted(variable.sample || variable.name)}`)
  const behind = values.length === 0 ? "" : ` WITH VALUES ${values.join(", ")}`
  return `TALK ANSWER question WITH PROMPT ${quoted(name)}${behind}`
}
