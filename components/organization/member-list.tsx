"use client"

import { Button } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { SettingsPage } from "../shell/settings-page.tsx"
import { Icon } from "../ui/icon.tsx"
import { Panel } from "../ui/panel.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { InvitationRow } from "./invitation-row.tsx"
import { InviteDialog } from "./invite-dialog.tsx"
import styles from "./member-list.module.css"
import { MemberRow } from "./member-row.tsx"

/** Who belongs to the organization, who is invited, and what each may do. */
export function MemberList() {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  const [isOpen, dialog] = useDisclosure(false)
  const canInvite = hasPermission(organization.role, "members.invite")
  return (
    <SettingsPage
      title={t("nav.members")}
      description={t("members.description")}
      actions={
        canInvite && (
          <Button leftSection={<Icon name="user-plus" size={16} />} onClick={dialog.open}>
            {t("members.invite")}
          </Button>
        )
      }
    >
      <Lists />
      <InviteDialog isOpen={isOpen} onClose={dialog.close} />
    </SettingsPage>
  )
}

function Lists() {
  const { t } = useTranslation(["shell", "common"])
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.orgs.members.queryOptions())
  if (error) return <QueryError error={error} onRetry={refetch} />
  return (
    <>
      <Panel title={t("members.title")} description={t("members.rolesText")} isFlush>
        {!data && <RowSkeletons label={t("common:loading")} />}
        <ul className={styles.list}>
          {data?.members.map((member) => (
            <MemberRow key={member.userId} member={member} />
          ))}
        </ul>
      </Panel>
      {data && data.invitations.length > 0 && (
        <Panel title={t("members.invitations")} description={t("members.invitationsText")} isFlush>
          <ul className={styles.list}>
            {data.invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
