"use client"

import { PasswordInput, type PasswordInputProps } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import styles from "./password-field.module.css"
import { ratePassword } from "./rate-password.ts"

interface PasswordFieldProps extends PasswordInputProps {
  value: string
  /** Words that make a password easy to guess: the person's name and address. */
  personal?: readonly string[]
}

/** A field for a new password, with a meter that says in words how good it is. */
export function PasswordField({ personal = [], ...others }: PasswordFieldProps) {
  const { t } = useTranslation("auth")
  const score = ratePassword(others.value, personal)
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        maxLength={limits.passwordMaxChars}
        visibilityToggleButtonProps={{ "aria-label": t("password.show"), tabIndex: 0 }}
        {...others}
      />
      <div className={styles.meter} data-score={score} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={score >= step || undefined} />
        ))}
      </div>
      <p className={styles.words} aria-live="polite">
        {score === 0
          ? t("password.least", { count: limits.passwordMinChars })
          : t(`password.score${score}`)}
      </p>
    </div>
  )
}
