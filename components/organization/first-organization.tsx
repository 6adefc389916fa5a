"use client"

import { Button } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { chooseOrganization } from "../api/organization-choice.ts"
import { AuthFrame } from "../auth/auth-frame.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { CreateOrganizationDialog } from "./create-organization-dialog.tsx"

/** For a person who left their last organization. */
export function FirstOrganization() {
  const { t } = useTranslation("shell")
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <AuthFrame>
      <EmptyState
        order={1}
        icon="building"
        title={t("organization.none")}
        text={t("organization.noneText")}
        action={<Button onClick={dialog.open}>{t("organization.create")}</Button>}
      />
      <CreateOrganizationDialog
        isOpen={isOpen}
        onClose={dialog.close}
        onCreated={chooseOrganization}
      />
    </AuthFrame>
  )
}
