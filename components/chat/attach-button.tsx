"use client"

import { type ChangeEvent, useRef } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./composer.module.css"

interface AttachButtonProps {
  /** As a file field takes it; empty for any file. */
  accept: string
  isDisabled: boolean
  onFile: (file: File) => void
}

/** Chooses a file; shown while the bot asks for one. */
export function AttachButton({ accept, isDisabled, onFile }: AttachButtonProps) {
  const { t } = useTranslation("chat")
  const field = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    event.currentTarget.value = ""
    if (file) onFile(file)
  }
  return (
    <>
      <button
        type="button"
        className={styles.attach}
        aria-label={t("attach")}
        title={t("attach.limit")}
        disabled={isDisabled}
        onClick={() => field.current?.click()}
      >
        <Icon name="paperclip" size={18} />
      </button>
      <input
        ref={field}
        type="file"
        accept={accept}
        hidden
        aria-label={t("attach")}
        onChange={take}
      />
    </>
  )
}
