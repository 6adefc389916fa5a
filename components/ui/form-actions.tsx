"use client"

import { Button, Group } from "@mantine/core"
import { useTranslation } from "react-i18next"

interface FormActionsProps {
  /** What sending it does; without one it can only be closed. */
  readonly label: string | null
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  /** Takes something away. */
  readonly isDanger?: boolean
  /** The focus begins on the button that sends it, as nothing is to be filled in. */
  readonly isFocused?: boolean
  readonly onCancel: () => void
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormActions(props: FormActionsProps) {
  const { label, isBusy, isDisabled, isDanger, isFocused, onCancel } = props
  const { t } = useTranslation("common")
  return (
    <Group justify="flex-end" mt="lg" gap="sm">
      <Button variant="default" onClick={onCancel}>
        {t("cancel")}
      </Button>
      {label !== null && (
        <Button
          type="submit"
          {...(isDanger && { color: "red" })}
          disabled={isDisabled ?? false}
          loading={isBusy ?? false}
          data-autofocus={isFocused ? true : undefined}
        >
          {label}
        </Button>
      )}
    </Group>
  )
}
