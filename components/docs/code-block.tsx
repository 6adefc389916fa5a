import type { ReactNode } from "react"
import { highlightSource } from "#basic"
import styles from "./code-block.module.css"

interface CodeBlockProps {
  language: string
  text: string
}

/** A block of code; BASIC in the colours of the source view, by the lexer the compiler uses. */
export function CodeBlock({ language, text }: CodeBlockProps) {
  const label = language === "" || language === "text" ? "text" : language
  return (
    <figure className={styles.block} aria-label={label} data-language={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard. */}
      <pre tabIndex={0}>
        <code>{language === "basic" ? colour(text) : text}</code>
      </pre>
    </figure>
  )
}

function colour(text: string): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end, kind } of highlightSource(text)) {
    if (start > at) parts.push(text.slice(at, start))
    parts.push(
      <span key={start} className={styles[kind]}>
        {text.slice(start, end)}
      </span>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return parts
}
