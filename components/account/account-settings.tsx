"use client"

import { Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { PageHeader } from "../shell/page-header.tsx"
import { AppearancePanel } from "./appearance-panel.tsx"
import { PasswordPanel } from "./password-panel.tsx"
import { SessionsPanel } from "./sessions-panel.tsx"

export function AccountSettings() {
  const { t } = useTranslation(["auth", "shell"])
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell:nav.settings") }]}
        title={t("shell:nav.account")}
        description={t("account.description")}
      />
      <Stack gap="lg" maw={720}>
        <AppearancePanel />
        <PasswordPanel />
        <SessionsPanel />
      </Stack>
    </>
  )
}
