"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Trans, useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"

/** What is done to a member after a second thought. */
export type MemberAct = "remove" | "transfer"

interface MemberActDialogProps {
  member: { readonly userId: string; readonly name: string }
  act: MemberAct | null
  onClose: () => void
}

export function MemberActDialog({ member, act, onClose }: MemberActDialogProps) {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const after = {
    onSuccess: () => {
      queryClient.invalidateQueries(trpc.orgs.pathFilter())
      onClose()
    },
    onError: tellError,
  }
  const remove = useMutation(trpc.orgs.removeMember.mutationOptions(after))
  const transfer = useMutation(trpc.orgs.transfer.mutationOptions(after))
  if (!act) return null
  const run = () => (act === "remove" ? remove : transfer).mutate({ userId: member.userId })
  return (
    <ConfirmDialog
      isOpen
      tone={act === "remove" ? "danger" : "plain"}
      title={t(`members.${act}Title`)}
      consequence={
        <Trans
          t={t}
          i18nKey={`members.${act}Consequence`}
          values={{ name: member.name, organization: organization.name }}
          components={{ b: <strong /> }}
        />
      }
      confirmLabel={t(`members.${act}`)}
      isBusy={remove.isPending || transfer.isPending}
      onConfirm={run}
      onCancel={onClose}
    />
  )
}
