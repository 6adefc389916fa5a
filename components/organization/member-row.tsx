"use client"

import { Select } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { canGrant, hasPermission, type Role, roles } from "#catalog/permissions.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { InitialsAvatar } from "../ui/initials-avatar.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"
import { type MemberAct, MemberActDialog } from "./member-act-dialog.tsx"
import styles from "./member-list.module.css"

export interface Member {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isYou: boolean
}

export function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation("shell")
  return (
    <li className={styles.row}>
      <InitialsAvatar name={member.name} size={34} />
      <div className={styles.words}>
        <strong>{member.isYou ? t("members.you", { name: member.name }) : member.name}</strong>
        <span>{member.email}</span>
      </div>
      <RoleChoice member={member} />
      <div className={styles.end}>
        <MemberMenu member={member} />
      </div>
    </li>
  )
}

/** Roles above one's own can neither be given nor taken. */
function RoleChoice({ member }: { member: Member }) {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const setRole = useMutation(
    trpc.orgs.setRole.mutationOptions({
      onError: tellError,
      onSettled: () => queryClient.invalidateQueries(trpc.orgs.pathFilter()),
    }),
  )
  const mayChange =
    !member.isYou &&
    hasPermission(organization.role, "members.update") &&
    canGrant(organization.role, member.role)
  if (!mayChange) return <span className={styles.fixedRole}>{t(`role.${member.role}`)}</span>
  return (
    <Select
      className={styles.role}
      size="xs"
      aria-label={t("members.roleOf", { name: member.name })}
      data={roles
        .filter((role) => canGrant(organization.role, role))
        .map((role) => ({ value: role, label: t(`role.${role}`) }))}
      value={setRole.isPending ? setRole.variables.role : member.role}
      onChange={(wanted) => {
        const role = roles.find((known) => known === wanted)
        if (role && role !== member.role) setRole.mutate({ userId: member.userId, role })
      }}
    />
  )
}

function MemberMenu({ member }: { member: Member }) {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  const [act, setAct] = useState<MemberAct | null>(null)
  const canRemove =
    hasPermission(organization.role, "members.remove") && canGrant(organization.role, member.role)
  const canTransfer = hasPermission(organization.role, "org.transfer")
  if (member.isYou || !(canRemove || canTransfer)) return null
  return (
    <>
      <RowMenu label={t("members.menu", { name: member.name })} width={210}>
        {canTransfer && (
          <RowAct icon="key" onAct={() => setAct("transfer")}>
            {t("members.transfer")}
          </RowAct>
        )}
        {canRemove && (
          <RowAct icon="trash" isDanger onAct={() => setAct("remove")}>
            {t("members.remove")}
          </RowAct>
        )}
      </RowMenu>
      <MemberActDialog member={member} act={act} onClose={() => setAct(null)} />
    </>
  )
}
