"use client"

import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import type { Waiting } from "#catalog/messages.ts"
import { acceptFor } from "#sdk/index.ts"
import { Icon } from "../ui/icon.tsx"
import { AttachButton } from "./attach-button.tsx"
import styles from "./composer.module.css"
import { inputModeOf } from "./input-mode.ts"

interface ComposerProps {
  waiting: Waiting | null
  hasChoices: boolean
  isDisabled: boolean
  onSend: (text: string) => void
  /** Takes a file, where files can be sent at all. */
  onFile?: ((file: File) => void) | undefined
  /** The file on its way; `part` from 0 to 1. */
  upload?: { readonly name: string; readonly part: number } | null | undefined
}

/** Where a person writes: Enter sends, Shift+Enter begins a new line. Secrets are not shown. */
export function Composer(props: ComposerProps) {
  const { waiting, hasChoices, isDisabled, onSend, onFile, upload = null } = props
  const { t } = useTranslation("chat")
  const [text, setText] = useState("")
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const kind = waiting?.kind ?? "text"
  const isSecret = kind === "password"
  const accept = onFile ? acceptFor(kind) : null
  useFocusOnWait(field, waiting?.id, isDisabled)
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    const said = isSecret ? text : text.trim()
    if (said === "" || isDisabled) return
    setText("")
    onSend(said)
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
  }
  const shared = {
    ref: field,
    className: styles.field,
    value: text,
    maxLength: limits.messageTextChars,
    placeholder: isDisabled ? t("closed") : t(placeholderFor(hasChoices, accept !== null)),
    "aria-label": t("yourMessage"),
    disabled: isDisabled,
    dir: "auto",
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
  } as const
  return (
    <form className={styles.composer} onSubmit={send}>
      {accept !== null && onFile && (
        <AttachButton accept={accept} isDisabled={isDisabled || upload !== null} onFile={onFile} />
      )}
      {upload && (
        <div className={styles.upload} role="status">
          {t("attach.sending", { name: upload.name })}
          <progress value={upload.part} aria-label={t("attach.sending", { name: upload.name })} />
        </div>
      )}
      {isSecret ? (
        <input {...shared} type="password" autoComplete="off" />
      ) : (
        <textarea {...shared} rows={1} inputMode={inputModeOf(kind)} onKeyDown={handleKey} />
      )}
      <button
        type="submit"
        className={styles.send}
        aria-label={t("send")}
        disabled={isDisabled || text.trim() === ""}
      >
        <Icon name="send" size={18} className="bw-mirror" />
      </button>
    </form>
  )
}

function placeholderFor(hasChoices: boolean, isFile: boolean) {
  if (isFile) return "placeholder.file"
  return hasChoices ? "placeholder.choose" : "placeholder"
}

/** After an answer the field is ready for the next one, without taking the focus from elsewhere. */
function useFocusOnWait(
  field: React.RefObject<HTMLElement | null>,
  waitId: string | undefined,
  isDisabled: boolean,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wait is the moment.
  useEffect(() => {
    const element = field.current
    const section = element?.closest("[data-chat]")
    if (element && !isDisabled && section?.contains(document.activeElement)) element.focus()
  }, [waitId, isDisabled])
}
