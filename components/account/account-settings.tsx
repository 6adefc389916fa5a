"use client"

import { useTranslation } from "react-i18next"
import { SettingsPage } from "../shell/settings-page.tsx"
import { AppearancePanel } from "./appearance-panel.tsx"
import { PasswordPanel } from "./password-panel.tsx"
import { SessionsPanel } from "./sessions-panel.tsx"

export function AccountSettings() {
  const { t } = useTranslation(["auth", "shell"])
  return (
    <SettingsPage title={t("shell:nav.account")} description={t("account.description")}>
      <AppearancePanel />
      <PasswordPanel />
      <SessionsPanel />
    </SettingsPage>
  )
}
