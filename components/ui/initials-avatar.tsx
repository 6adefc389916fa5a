import styles from "./initials-avatar.module.css"

/** The first letters of a name in a quiet circle; no picture is fetched from anywhere. */
export function InitialsAvatar({ name, size = 32 }: { name: string; size?: number }) {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase()
  return (
    <span
      className={styles.avatar}
      style={{ inlineSize: size, blockSize: size, fontSize: size * 0.38 }}
      data-letters={letters}
      aria-hidden="true"
    />
  )
}
