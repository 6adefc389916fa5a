"use client"

import { Anchor } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslation } from "react-i18next"
import type { BotTemplate } from "#catalog/starters.ts"
import { chooseOrganization } from "../api/organization-choice.ts"
import { useTRPC, useTRPCClient } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { browserZone } from "../bots/browser-zone.ts"
import { useTemplateName } from "../bots/use-create-bot.ts"
import { StarterGallery } from "../starters/starter-gallery.tsx"
import styles from "./choose-start.module.css"

/** "What should your bot do?": the first organization and the first bot of a new account. */
export function ChooseStart() {
  const { t } = useTranslation("auth")
  const router = useRouter()
  const { tellError } = useToasts()
  const prepare = usePrepareOrganization()
  const createBot = useCreateFirstBot()
  const begin = useMutation({
    mutationFn: async (template: BotTemplate) => {
      await prepare()
      return createBot(template)
    },
    onSuccess: (bot) => router.push(`/bots/${bot.id}`),
    onError: tellError,
  })
  const later = useMutation({
    mutationFn: prepare,
    onSuccess: () => router.push("/bots"),
    onError: tellError,
  })
  return (
    <div className={styles.start}>
      <h1 className={styles.title}>{t("start.title")}</h1>
      <p className={styles.text}>{t("start.text")}</p>
      <StarterGallery
        onChoose={begin.mutate}
        busyWith={begin.isPending || begin.isSuccess ? (begin.variables ?? null) : null}
      />
      <p className={styles.later}>
        <Anchor
          component={Link}
          href="/bots"
          size="sm"
          onClick={(event: React.MouseEvent) => {
            event.preventDefault()
            later.mutate()
          }}
        >
          {t("start.later")}
        </Anchor>
      </p>
    </div>
  )
}

/** A new account belongs nowhere yet: its own organization is made, once. */
function usePrepareOrganization(): () => Promise<void> {
  const { t } = useTranslation("auth")
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const { data: me } = useQuery(trpc.account.me.queryOptions())
  return async () => {
    // Whoever is faster than the page waits for what it has asked already: an answer from before the organization
    // was made must not come after it.
    const known = me ?? (await queryClient.fetchQuery(trpc.account.me.queryOptions()))
    const name = t("start.organizationName", { name: known.user.name })
    const organization = known.orgs[0] ?? (await client.orgs.create.mutate({ name }))
    chooseOrganization(organization.id)
    await queryClient.invalidateQueries(trpc.account.me.queryFilter())
  }
}

function useCreateFirstBot() {
  const nameOf = useTemplateName()
  const client = useTRPCClient()
  return (template: BotTemplate) =>
    client.bots.create.mutate({ name: nameOf(template), template, timeZone: browserZone() })
}
