"use client"

import { use } from "react"
import { directionOf, pickLanguage } from "../i18n/languages.ts"
import { loadTexts } from "../i18n/load-texts.ts"
import styles from "./root-failure.module.css"

interface RootFailureProps {
  /** What the log of the server calls this failure; null when it happened in the browser. */
  reference: string | null
  onRetry: () => void
}

/** A whole page, for when even the frame of all pages broke: it needs nothing but its own texts. */
export function RootFailure({ reference, onRetry }: RootFailureProps) {
  const known = typeof document === "undefined" ? undefined : document.documentElement.lang
  const language = pickLanguage(known, null)
  const { shell, common } = use(loadTexts(language, "core"))
  return (
    <html lang={language} dir={directionOf(language)}>
      <body className={styles.body}>
        <main className={styles.words} role="alert">
          <h1>{shell?.["failure.title"]}</h1>
          <p>{shell?.["failure.text"]}</p>
          {reference && <code>{reference}</code>}
          <button type="button" onClick={onRetry}>
            {common?.tryAgain}
          </button>
        </main>
      </body>
    </html>
  )
}
