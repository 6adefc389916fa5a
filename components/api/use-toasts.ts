"use client"

import { notifications } from "@mantine/notifications"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useErrorWords } from "./use-error-words.ts"

const doneMs = 4_000
/** Errors stay long enough to be read aloud and acted on. */
const errorMs = 12_000

/** The message of what was done last: the same one said again takes its place. */
let done: { message: string; id: string } | null = null

/** Short messages at the edge of the screen: what was done, or what went wrong and what to do. */
export function useToasts() {
  const { t } = useTranslation("common")
  const sayError = useErrorWords()
  const closeLabel = t("close")
  return useMemo(() => {
    const closeButtonProps = { "aria-label": closeLabel }
    return {
      tellDone: (message: string) => {
        if (done?.message === message) notifications.hide(done.id)
        const id = notifications.show({ message, autoClose: doneMs, closeButtonProps })
        done = { message, id }
      },
      tellError: (error: unknown) => {
        const { code, title, text } = sayError(error)
        const seen = { title, message: text, color: "red", autoClose: errorMs, closeButtonProps }
        notifications.show({ id: code, ...seen })
      },
    }
  }, [sayError, closeLabel])
}
