"use client"

import { Checkbox, Select, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { type KeyPreset, type KeyScope, keyPresets, keyScopes } from "#catalog/key-scopes.ts"
import { hasPermission } from "#catalog/permissions.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"

interface ScopesChoiceProps {
  scopes: readonly KeyScope[]
  onChange: (scopes: KeyScope[]) => void
}

const presets = Object.keys(keyPresets) as KeyPreset[]
const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((scope) => other.includes(scope))

/** What nearly every key is for, and each permission by itself. What the person may not do is not offered. */
export function ScopesChoice({ scopes, onChange }: ScopesChoiceProps) {
  const { t } = useTranslation("keys")
  const { organization } = useCurrentOrganization()
  const offered = keyScopes.filter((scope) => hasPermission(organization.role, scope))
  const preset = presets.find((name) => isSame(keyPresets[name], scopes)) ?? "custom"
  return (
    <Stack gap="xs">
      <Select
        label={t("preset")}
        data={[...presets, "custom" as const].map((name) => ({
          value: name,
          label: t(`preset.${name}`),
        }))}
        value={preset}
        allowDeselect={false}
        onChange={(chosen) => {
          const found = presets.find((name) => name === chosen)
          if (found) onChange([...keyPresets[found]])
        }}
      />
      <Checkbox.Group
        label={t("may")}
        value={[...scopes]}
        onChange={(chosen) => onChange(offered.filter((scope) => chosen.includes(scope)))}
      >
        <Stack gap={6} mt={6}>
          {offered.map((scope) => (
            <Checkbox key={scope} size="xs" value={scope} label={t(`scope.${scope}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  )
}
