"use client"

import { Loader, UnstyledButton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { starters } from "#catalog/starters.ts"
import type { StarterSummary } from "#server/services/bots/list-templates.ts"
import { nameLanguage } from "../editor/language-names.ts"
import { Icon } from "../ui/icon.tsx"
import { StarterPicture } from "./starter-picture.tsx"
import styles from "./starters.module.css"

interface StarterCardProps {
  readonly starter: (typeof starters)[number]
  /** Null until the pictures are there. */
  readonly summary: StarterSummary | null
  readonly isDisabled: boolean
  readonly onOpen: () => void
}

/** A bot to begin with: its picture, what it does, the languages it speaks. A click opens it to be tried. */
export function StarterCard({ starter, summary, isDisabled, onOpen }: StarterCardProps) {
  const { t, i18n } = useTranslation("bots")
  const { id, icon, family } = starter
  return (
    <UnstyledButton
      className={styles.card}
      data-starter={id}
      disabled={isDisabled}
      onClick={onOpen}
    >
      <span className={styles.stage}>
        {summary ? <StarterPicture picture={summary.picture} /> : <Loader size={18} color="gray" />}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <span style={{ display: "grid", color: `var(--bw-family-${family})` }}>
            <Icon name={icon} size={18} />
          </span>
          {t(`starter.${id}.title`)}
        </span>
        <span className={styles.text}>{t(`starter.${id}.text`)}</span>
        {summary && (
          <span className={styles.languages}>
            <Icon name="language" size={14} />
            {summary.languages.map((tag) => nameLanguage(tag, i18n.language)).join(", ")}
          </span>
        )}
      </span>
    </UnstyledButton>
  )
}
