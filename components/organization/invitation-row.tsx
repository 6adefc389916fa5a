"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { hasPermission, type Role } from "#catalog/permissions.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { InitialsAvatar } from "../ui/initials-avatar.tsx"
import styles from "./member-list.module.css"

interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly expiresAt: string
}

export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t, i18n } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const revoke = useMutation(
    trpc.orgs.revokeInvite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.orgs.members.queryFilter()),
      onError: tellError,
    }),
  )
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" })
  return (
    <li className={styles.row}>
      <InitialsAvatar name={invitation.email} size={34} />
      <div className={styles.words}>
        <strong>{invitation.email}</strong>
        <span>{t("members.expires", { date: date.format(new Date(invitation.expiresAt)) })}</span>
      </div>
      <span className={styles.fixedRole}>{t(`role.${invitation.role}`)}</span>
      <div className={styles.end}>
        {hasPermission(organization.role, "members.invite") && (
          <IconButton
            label={t("members.revoke", { email: invitation.email })}
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ inviteId: invitation.id })}
          >
            <Icon name="x" />
          </IconButton>
        )}
      </div>
    </li>
  )
}
