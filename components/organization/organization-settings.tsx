"use client"

import { Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { DeleteOrganizationPanel } from "./delete-organization-panel.tsx"
import { LeavePanel } from "./leave-panel.tsx"
import { OrganizationNamePanel } from "./organization-name-panel.tsx"

export function OrganizationSettings() {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  return (
    <>
      <PageHeader
        trail={[{ label: t("nav.settings") }]}
        title={t("nav.organization")}
        description={t("organization.description")}
      />
      <Stack gap="lg" maw={720} key={organization.id}>
        <OrganizationNamePanel />
        <LeavePanel />
        {hasPermission(organization.role, "org.delete") && <DeleteOrganizationPanel />}
      </Stack>
    </>
  )
}
