"use client"

import { Progress } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { describeCode } from "./describe-error.ts"
import styles from "./upload-list.module.css"
import type { Upload } from "./use-uploads.ts"

interface UploadListProps {
  uploads: readonly Upload[]
  onDrop: (id: number) => void
}

/** Files on their way, and those that were not taken with the reason. */
export function UploadList({ uploads, onDrop }: UploadListProps) {
  const { t } = useTranslation("bots")
  const { t: tProblems } = useTranslation("problems")
  if (uploads.length === 0) return null
  return (
    <ul className={styles.uploads} aria-label={t("files.uploads")}>
      {uploads.map(({ id, name, part, refusedBy }) => (
        <li key={id} className={styles.upload} data-refused={refusedBy !== null || undefined}>
          <span className={styles.name}>{name}</span>
          {refusedBy === null ? (
            <Progress
              value={part * 100}
              className={styles.progress}
              aria-label={t("files.uploading", { name })}
            />
          ) : (
            <>
              <span role="alert" className={styles.refused}>
                {describeCode(refusedBy, tProblems).text}
              </span>
              <IconButton label={t("files.putAway")} size={28} onClick={() => onDrop(id)}>
                <Icon name="x" size={16} />
              </IconButton>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
