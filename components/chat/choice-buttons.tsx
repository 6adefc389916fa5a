"use client"

import { useTranslation } from "react-i18next"
import type { Choice } from "#catalog/messages.ts"
import styles from "./choice-buttons.module.css"

interface ChoiceButtonsProps {
  choices: readonly Choice[]
  onChoose: (choice: Choice) => void
}

/** The answers the bot offers. */
export function ChoiceButtons({ choices, onChoose }: ChoiceButtonsProps) {
  const { t } = useTranslation("chat")
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{t("choices")}</legend>
      {choices.map((choice) => (
        <button
          key={`${choice.value}/${choice.label}`}
          type="button"
          className={styles.choice}
          dir="auto"
          onClick={() => onChoose(choice)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  )
}
