"use client"

import { useQuery } from "@tanstack/react-query"
import { Suspense } from "react"
import { hasPermission } from "#catalog/permissions.ts"
import { useOrganizationId } from "../api/organization-choice.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { BuilderTexts } from "../i18n/builder-texts.tsx"
import { prefetchTexts } from "../i18n/load-texts.ts"
import {
  CurrentOrganizationProvider,
  useCurrentOrganization,
} from "../shell/current-organization.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { BuilderSkeleton } from "./builder-skeleton.tsx"

/** The canvas and the language are fetched while the bot is: neither waits for the other. */
const fetchBuilder =
  typeof window === "undefined"
    ? null
    : async () => ({ default: (await import("./builder.tsx")).Builder })
fetchBuilder?.().catch(() => {})
prefetchTexts("builder")
const Builder = lazyPart(fetchBuilder)

/** Who comes here belongs to an organization, but for the rarest of visits. */
const FirstOrganization = lazyPart(async () => ({
  default: (await import("../organization/first-organization.tsx")).FirstOrganization,
}))

/** The builder of one bot: loads the bot and its draft, then opens them. */
export function BuilderPage({ botId }: { botId: string }) {
  // Asked for together with who one is: the organization is mostly the one of last time.
  useDraft(botId, useOrganizationId() !== null)
  return (
    <CurrentOrganizationProvider
      placeholder={<BuilderSkeleton />}
      whenNone={
        <Suspense fallback={<BuilderSkeleton />}>
          <FirstOrganization />
        </Suspense>
      }
      whenFailed={(error, retry) => <QueryError error={error} onRetry={retry} />}
    >
      <Suspense fallback={<BuilderSkeleton />}>
        <BuilderTexts>
          <LoadedBuilder botId={botId} />
        </BuilderTexts>
      </Suspense>
    </CurrentOrganizationProvider>
  )
}

/** The bot and its flows as the server has them when the builder is opened. */
function useDraft(botId: string, enabled: boolean) {
  const trpc = useTRPC()
  const bot = useQuery({ ...trpc.bots.get.queryOptions({ botId }), enabled })
  // The flows are the stores' from here on: a refetch would fight with what is being edited.
  const flows = useQuery({
    ...trpc.scripts.list.queryOptions({ botId }),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return { bot, flows }
}

function LoadedBuilder({ botId }: { botId: string }) {
  const { organization } = useCurrentOrganization()
  const { bot, flows } = useDraft(botId, true)
  const error = bot.error ?? flows.error
  if (error)
    return (
      <QueryError
        error={error}
        onRetry={() => {
          void bot.refetch()
          void flows.refetch()
        }}
      />
    )
  if (!bot.data || !flows.data) return <BuilderSkeleton />
  return (
    <Builder
      key={bot.data.id}
      bot={bot.data}
      flows={flows.data.scripts.map(({ id, name, ...stored }) => ({ id, name, stored }))}
      draftRevision={flows.data.draftRevision}
      canEdit={hasPermission(organization.role, "bots.update")}
      canPublish={hasPermission(organization.role, "bots.publish")}
    />
  )
}
