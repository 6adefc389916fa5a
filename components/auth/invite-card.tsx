"use client"

import { Button, Stack } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { roles } from "#catalog/permissions.ts"
import { chooseOrganization } from "../api/organization-choice.ts"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { AuthCard } from "./auth-frame.tsx"
import { FormProblem } from "./form-problem.tsx"

interface InviteCardProps {
  token: string
  /** Null when the link no longer works. */
  invitation: { readonly orgName: string; readonly role: string; readonly email: string } | null
  isSignedIn: boolean
}

/** An invitation: to what, as what, for whom, and the way in. */
export function InviteCard({ token, invitation, isSignedIn }: InviteCardProps) {
  const { t } = useTranslation(["auth", "shell", "problems"])
  if (!invitation)
    return (
      <AuthCard
        title={t("problems:auth.link_spent.title")}
        text={t("problems:auth.link_spent.text")}
      >
        <Button component={Link} href="/" variant="default" fullWidth>
          {t("invite.home")}
        </Button>
      </AuthCard>
    )
  const role = roles.find((known) => known === invitation.role) ?? "viewer"
  const here = encodeURIComponent(`/invite/${token}`)
  return (
    <AuthCard
      title={t("invite.title", { organization: invitation.orgName })}
      text={t("invite.text", { email: invitation.email, role: t(`shell:role.${role}`) })}
    >
      {isSignedIn ? (
        <AcceptButton token={token} />
      ) : (
        <Stack>
          <Button component={Link} href={`/sign-up?next=${here}`}>
            {t("invite.signUp")}
          </Button>
          <Button component={Link} href={`/sign-in?next=${here}`} variant="default">
            {t("invite.signIn")}
          </Button>
        </Stack>
      )}
    </AuthCard>
  )
}

function AcceptButton({ token }: { token: string }) {
  const { t } = useTranslation("auth")
  const trpc = useTRPC()
  const sayError = useErrorWords()
  const accept = useMutation(
    trpc.orgs.acceptInvite.mutationOptions({
      onSuccess: ({ id }) => {
        chooseOrganization(id)
        window.location.assign("/bots")
      },
    }),
  )
  const words = accept.error && sayError(accept.error)
  return (
    <Stack>
      {words && <FormProblem title={words.title} text={words.text} />}
      <Button
        onClick={() => accept.mutate({ token })}
        loading={accept.isPending || accept.isSuccess}
      >
        {t("invite.accept")}
      </Button>
    </Stack>
  )
}
