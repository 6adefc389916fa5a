"use client"

import { Progress } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { describeCode } from "../api/describe-error.ts"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import styles from "./knowledge.module.css"
import type { DocumentUpload } from "./use-document-uploads.ts"

interface UploadRowsProps {
  uploads: readonly DocumentUpload[]
  onDrop: (id: number) => void
}

/** Documents on their way, and those that were not taken with the reason. */
export function UploadRows({ uploads, onDrop }: UploadRowsProps) {
  const { t } = useTranslation("knowledge")
  const { t: tProblems } = useTranslation("problems")
  if (uploads.length === 0) return null
  return (
    <ul className={styles.uploads} aria-label={t("uploads")}>
      {uploads.map(({ id, name, part, refusedBy }) => (
        <li key={id} className={styles.upload}>
          <span className={styles.name}>{name}</span>
          {refusedBy === null ? (
            <Progress
              value={part * 100}
              className={styles.progress}
              aria-label={t("uploading", { name })}
            />
          ) : (
            <>
              <span role="alert" className={styles.problem}>
                {describeCode(refusedBy, tProblems).text}
              </span>
              <IconButton label={t("putAway")} size={28} onClick={() => onDrop(id)}>
                <Icon name="x" size={16} />
              </IconButton>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
