"use client"

import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { type CanvasStep, namesOf, stepForm } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { insertAt } from "../editor/fields/words-field.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"
import styles from "./group-card.module.css"
import { focusStep } from "./use-step-keys.ts"
import { useWordParts } from "./use-words.ts"

/** What a step does, in plain words; what the author wrote stands out, variables in it as chips. */
export function StepWords({ titleKey, values }: Pick<CanvasStep, "titleKey" | "values">) {
  return useWordParts(titleKey, values).map((part, index) =>
    part.isArgument ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no names, only an order
      <b key={index} dir="auto">
        <Chips text={part.text} />
      </b>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index}>{part.text}</span>
    ),
  )
}

function Chips({ text }: { text: string }) {
  return text.split(/(\$\{[^{}]*\})/).map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if (!piece.startsWith("${")) return <Fragment key={index}>{piece}</Fragment>
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index} className={styles.chip}>
        {piece.slice(2, -1).trim()}
      </span>
    )
  })
}

/** The setting of a step that holds its words; null when it has none, or more than plain words. */
export function findWordsField(store: BuilderStore, stepId: string) {
  const form = stepForm(store.getState().document, stepId)
  return form?.fields.find(({ editor }) => editor === "text" || editor === "longText") ?? null
}

interface WordsEditorProps {
  readonly step: CanvasStep
  readonly onClose: () => void
}

/** A step's words, changed where they stand: Enter keeps them, Escape gives the old ones back. */
export function WordsEditor({ step, onClose }: WordsEditorProps) {
  const { t } = useTranslation("canvas")
  const { store } = useCanvasActions()
  const [field] = useState(() => findWordsField(store, step.id))
  const [text, setText] = useState(String(field?.value ?? ""))
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.select(), [])
  if (field === null) return null
  const finish = (isKept: boolean) => {
    onClose()
    const value = text === "" && !field.isRequired ? null : text
    if (isKept && text !== String(field.value ?? ""))
      store.getState().perform({ kind: "setField", stepId: step.id, field: field.name, value })
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey)) return
    event.preventDefault()
    finish(event.key === "Enter")
    focusStep(step.id)
  }
  const insert = (name: string) => {
    const next = insertAt(text, `\${${name}}`, area.current)
    setText(next.text)
    requestAnimationFrame(() => area.current?.setSelectionRange(next.cursor, next.cursor))
  }
  return (
    <div className={`${styles.editor} nodrag nopan nowheel`}>
      <textarea
        ref={area}
        value={text}
        rows={Math.min(8, 1 + Math.ceil(text.length / 34))}
        dir="auto"
        aria-label={t("words.edit")}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => finish(true)}
      />
      <VariableChips store={store} onChoose={insert} />
    </div>
  )
}

/** The variables there are, each a press away; pressing one leaves the cursor where it is. */
function VariableChips({
  store,
  onChoose,
}: {
  store: BuilderStore
  onChoose: (name: string) => void
}) {
  const { t } = useTranslation("canvas")
  const { variables } = namesOf(store.getState().document.program)
  if (variables.length === 0) return null
  return (
    <fieldset className={styles.chips} aria-label={t("words.variables")}>
      {variables.slice(0, 12).map((name) => (
        <button
          key={name}
          type="button"
          tabIndex={-1}
          className={styles.chip}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(name)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
