"use client"

import { useMounted } from "@mantine/hooks"
import type { ReactNode } from "react"
import styles from "./form-fields.module.css"

/**
 * The fields of a form that is there before the page's code is: they take input from the moment it is
 * heard, so that nothing typed on a slow connection is lost.
 */
export function FormFields({ children }: { children: ReactNode }) {
  const isListening = useMounted()
  return (
    <fieldset className={styles.fields} disabled={!isListening}>
      {children}
    </fieldset>
  )
}
