"use client"

import { notifications } from "@mantine/notifications"
import { useMemo } from "react"
import { useErrorWords } from "./use-error-words.ts"

const doneMs = 4_000
/** Errors stay long enough to be read aloud and acted on. */
const errorMs = 12_000

/** Short messages at the edge of the screen: what was done, or what went wrong and what to do. */
export function useToasts() {
  const sayError = useErrorWords()
  return useMemo(
    () => ({
      tellDone: (message: string) => notifications.show({ message, autoClose: doneMs }),
      tellError: (error: unknown) => {
        const words = sayError(error)
        notifications.show({
          id: words.code,
          title: words.title,
          message: words.text,
          color: "red",
          autoClose: errorMs,
        })
      },
    }),
    [sayError],
  )
}
