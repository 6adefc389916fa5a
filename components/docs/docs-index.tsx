"use client"

import { TextInput } from "@mantine/core"
import Link from "next/link"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./docs-index.module.css"
import { type DocumentEntry, findDocuments, type Shelf, shelves } from "./find-documents.ts"

/** The index of the documentation: every page, found by typing. */
export function DocsIndex({ documents }: { documents: readonly DocumentEntry[] }) {
  const { t } = useTranslation("docs")
  const [words, setWords] = useState("")
  const search = useRef<HTMLInputElement>(null)
  // What was typed before the page came to life is searched for, too.
  useEffect(() => setWords(search.current?.value ?? ""), [])
  const found = findDocuments(documents, words)
  return (
    <>
      <h1 className={styles.title}>{t("title")}</h1>
      <p className={styles.lead}>{t("lead")}</p>
      <TextInput
        ref={search}
        type="search"
        size="md"
        className={styles.search}
        aria-label={t("search")}
        placeholder={t("search")}
        leftSection={<Icon name="search" size={18} />}
        defaultValue=""
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p className={styles.found} role="status">
        {words.trim() === ""
          ? ""
          : found.length === 0
            ? t("nothing")
            : t("found", { count: found.length })}
      </p>
      {shelves.map((shelf) => (
        <ShelfSection
          key={shelf}
          shelf={shelf}
          documents={found.filter(({ kind }) => kind === shelf)}
        />
      ))}
    </>
  )
}

function ShelfSection({ shelf, documents }: { shelf: Shelf; documents: readonly DocumentEntry[] }) {
  const { t } = useTranslation("docs")
  if (documents.length === 0) return null
  return (
    <section className={styles.shelf} aria-labelledby={`shelf-${shelf}`}>
      <h2 id={`shelf-${shelf}`}>{t(shelf)}</h2>
      <ul className={styles.list} data-shelf={shelf} lang="en" dir="ltr">
        {documents.map(({ kind, name, title, summary }) => (
          <li key={name}>
            <Link href={`/docs/${kind}/${name}`} prefetch={false} className={styles.entry}>
              <span className={styles.name}>{title}</span>
              <span className={styles.summary}>{summary}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
