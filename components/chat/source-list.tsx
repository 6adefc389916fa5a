"use client"

import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { MessageSource } from "#catalog/messages.ts"
import { type PassageText, usePassageReader } from "./passage-reader.ts"
import styles from "./source-list.module.css"

type Opened =
  | { readonly id: string; readonly state: "loading" | "gone" }
  | { readonly id: string; readonly state: "open"; readonly passage: PassageText }

/** What an answer rests on, by number; choosing one shows its passage below. */
export function SourceList({ sources }: { sources: readonly MessageSource[] }) {
  const { t } = useTranslation("chat")
  const read = usePassageReader()
  const [opened, setOpened] = useState<Opened | null>(null)
  const region = useId()
  const choose = async (id: string) => {
    if (!read) return
    if (opened?.id === id) return setOpened(null)
    setOpened({ id, state: "loading" })
    const found: Opened = await read(id).then(
      (passage) => ({ id, state: "open", passage }),
      () => ({ id, state: "gone" }),
    )
    setOpened((now) => (now?.id === id ? found : now))
  }
  return (
    <fieldset className={styles.sources} aria-label={t("sources")}>
      {sources.map((source) => (
        <button
          key={source.id}
          type="button"
          className={styles.source}
          disabled={!read}
          aria-expanded={opened?.id === source.id}
          aria-controls={region}
          onClick={() => void choose(source.id)}
        >
          <span className={styles.number}>{source.number}</span>
          <span className={styles.title} dir="auto">
            {source.page === undefined
              ? source.title
              : t("source.page", { title: source.title, page: source.page })}
          </span>
        </button>
      ))}
      <section id={region} className={styles.region} aria-live="polite">
        {opened && <Passage opened={opened} />}
      </section>
    </fieldset>
  )
}

/** Words of a document are text, whatever they look like. */
function Passage({ opened }: { opened: Opened }) {
  const { t } = useTranslation("chat")
  if (opened.state !== "open")
    return (
      <p className={styles.note}>{t(opened.state === "gone" ? "source.gone" : "source.loading")}</p>
    )
  const { section, text, url } = opened.passage
  return (
    <blockquote className={styles.passage}>
      {section && (
        <p className={styles.section} dir="auto">
          {section}
        </p>
      )}
      <p className={styles.text} dir="auto">
        {text}
      </p>
      {url && /^https?:\/\//i.test(url) && (
        <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={styles.link}>
          {url}
        </a>
      )}
    </blockquote>
  )
}
