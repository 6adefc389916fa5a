import { colorOf } from "./people-store.ts"
import styles from "./together.module.css"

/** The first letters of a name on the colour of the person. */
export function PersonChip({ name, userId }: { name: string; userId: string }) {
  return (
    <span
      className={styles.chip}
      data-person={colorOf(userId)}
      data-letters={lettersOf(name)}
      aria-hidden="true"
    />
  )
}

function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase()
}
