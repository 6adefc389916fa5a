"use client"

import Link from "next/link"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import styles from "./document-page.module.css"
import { shelves } from "./find-documents.ts"

interface Section {
  readonly id: string
  readonly title: string
}

interface DocumentPageProps {
  kind: string
  name: string
  sections: readonly Section[]
  children: ReactNode
}

/** One document with the way back, what is on it, and where it stands as Markdown. */
export function DocumentPage({ kind, name, sections, children }: DocumentPageProps) {
  const { t } = useTranslation(["docs", "shell"])
  const shelf = shelves.find((one) => one === kind)
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <nav className={styles.trail} aria-label={t("shell:breadcrumbs")}>
          <Link href="/docs">{t("title")}</Link>
          {shelf ? <Link href={`/docs#shelf-${shelf}`}>{t(shelf)}</Link> : null}
        </nav>
        <article lang="en" dir="ltr">
          {children}
        </article>
        <p className={styles.source}>
          <a href={`/docs/${kind}/${name}.md`}>{t("asMarkdown")}</a>
        </p>
      </div>
      {sections.length > 2 ? <Contents sections={sections} /> : null}
    </div>
  )
}

function Contents({ sections }: { sections: readonly Section[] }) {
  const { t } = useTranslation("docs")
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents">{t("onThisPage")}</h2>
      <ul lang="en" dir="ltr">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
