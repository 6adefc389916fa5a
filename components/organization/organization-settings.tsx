"use client"

import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { SettingsPage } from "../shell/settings-page.tsx"
import { DeleteOrganizationPanel } from "./delete-organization-panel.tsx"
import { LeavePanel } from "./leave-panel.tsx"
import { OrganizationNamePanel } from "./organization-name-panel.tsx"

export function OrganizationSettings() {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  return (
    <SettingsPage
      key={organization.id}
      title={t("nav.organization")}
      description={t("organization.description")}
    >
      <OrganizationNamePanel />
      <LeavePanel />
      {hasPermission(organization.role, "org.delete") && <DeleteOrganizationPanel />}
    </SettingsPage>
  )
}
