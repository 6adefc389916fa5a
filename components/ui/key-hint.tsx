"use client"

import styles from "./key-hint.module.css"
import { useIsApple } from "./use-is-apple.ts"

const appleNames: Record<string, string> = { mod: "⌘", shift: "⇧", alt: "⌥" }
const otherNames: Record<string, string> = { mod: "Ctrl", shift: "Shift", alt: "Alt" }

/** Shows a shortcut such as "mod+shift+Z" with the words of the person's own keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  const names = useIsApple() ? appleNames : otherNames
  return (
    <kbd className={styles.hint} dir="ltr">
      {(keys === "+" ? [keys] : keys.split("+")).map((key) => (
        <span key={key} className={styles.key}>
          {names[key] ?? key}
        </span>
      ))}
    </kbd>
  )
}
