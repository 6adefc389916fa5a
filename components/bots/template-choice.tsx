"use client"

import { Loader, UnstyledButton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./template-choice.module.css"

const templates = [
  { id: "welcome", icon: "messages", family: "say" },
  { id: "empty", icon: "pencil", family: "flow" },
] as const

interface TemplateChoiceProps {
  onChoose: (template: "welcome" | "empty") => void
  /** The template a bot is being made from now. */
  busyWith: string | null
  isDisabled?: boolean
}

/** What a new bot begins with; a click decides. */
export function TemplateChoice({ onChoose, busyWith, isDisabled = false }: TemplateChoiceProps) {
  const { t } = useTranslation("bots")
  return (
    <div className={styles.grid}>
      {templates.map(({ id, icon, family }) => (
        <UnstyledButton
          key={id}
          className={styles.card}
          data-family={family}
          disabled={isDisabled || busyWith !== null}
          onClick={() => onChoose(id)}
        >
          <span className={styles.icon} style={{ color: `var(--bw-family-${family})` }}>
            {busyWith === id ? <Loader size={18} color="gray" /> : <Icon name={icon} size={22} />}
          </span>
          <span className={styles.title}>{t(`template.${id}.title`)}</span>
          <span className={styles.text}>{t(`template.${id}.text`)}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}
