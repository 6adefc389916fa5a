"use client"

import { Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { keyLifetimes } from "#catalog/key-scopes.ts"

interface LifetimeChoiceProps {
  /** Null for as long as nobody revokes it. */
  days: number | null
  onChange: (days: number | null) => void
}

export function LifetimeChoice({ days, onChange }: LifetimeChoiceProps) {
  const { t } = useTranslation("keys")
  return (
    <Select
      label={t("lasts")}
      data={keyLifetimes.map((each) => ({
        value: String(each),
        label: each === null ? t("lastsNever") : t("days", { count: each }),
      }))}
      value={String(days)}
      allowDeselect={false}
      onChange={(chosen) => onChange(chosen === "null" ? null : Number(chosen))}
    />
  )
}
