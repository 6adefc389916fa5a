"use client"

import { useTranslation } from "react-i18next"
import type { HistoryEntry } from "#server/services/versions/load.ts"
import { Icon } from "../../ui/icon.tsx"
import { TimeAgo } from "../../ui/time-ago.tsx"
import { useEntryTitle } from "./entry-title.ts"
import styles from "./history.module.css"
import type { Ref } from "./use-history.ts"

interface EntryListProps {
  readonly entries: readonly HistoryEntry[]
  readonly selected: Ref
  readonly onSelect: (ref: Exclude<Ref, "draft">) => void
}

/** Everything the bot was, the latest first: what, when and by whom. */
export function EntryList({ entries, selected, onSelect }: EntryListProps) {
  const { t } = useTranslation("history")
  return (
    <ul className={styles.entries} aria-label={t("entries")}>
      {entries.map((entry) => (
        <li key={entry.ref}>
          <button
            type="button"
            className={styles.entry}
            aria-pressed={entry.ref === selected}
            onClick={() => onSelect(entry.ref)}
          >
            <Icon
              name={entry.kind === "version" ? "rocket" : entry.isAutomatic ? "clock" : "bookmark"}
              size={16}
            />
            <EntryWords entry={entry} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function EntryWords({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation("history")
  const titleOf = useEntryTitle()
  const title = titleOf(entry)
  const number = entry.number !== null && entry.name !== "" ? entry.number : null
  return (
    <span className={styles.words}>
      <span className={styles.title}>
        <bdi>{title}</bdi>
        {number !== null && <span className={styles.number}>{t("version", { number })}</span>}
        {entry.isLive && <span className={styles.badge}>{t("live")}</span>}
        {entry.isStaging && <span className={styles.badge}>{t("staging")}</span>}
      </span>
      {entry.note !== "" && <span className={styles.note}>{entry.note}</span>}
      <span className={styles.who}>
        {entry.by === null ? t("someone") : <bdi>{entry.by}</bdi>}, <TimeAgo at={entry.at} />
      </span>
    </span>
  )
}
