"use client"

import { Button } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { Suspense } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { BuilderTexts } from "../i18n/builder-texts.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { RowSkeletons } from "../ui/skeletons.tsx"

const RecordingView = lazyPart(
  typeof window === "undefined"
    ? null
    : async () => ({ default: (await import("./recording-view.tsx")).RecordingView }),
)

/** One real conversation: what was said, the way through the program that ran, and what the bot knew. */
export function RecordingPage({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation(["bots", "common"])
  const { data, error, refetch } = useQuery(
    useTRPC().recordings.get.queryOptions({ conversationId }, { retry: false }),
  )
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const { botId, botName, contactName, turns } = data
  return (
    <section aria-label={t("talks.one")}>
      <PageHeader
        trail={[
          { label: t("title"), href: "/bots" },
          { label: botName, href: `/bots/${botId}` },
          { label: t("talks.title"), href: `/bots/${botId}/conversations` },
        ]}
        title={contactName ?? t("talks.visitor")}
        actions={
          <Button
            component={Link}
            href={`/bots/${botId}?replay=${conversationId}`}
            leftSection={<Icon name="repeat" size={16} />}
          >
            {t("talks.replay")}
          </Button>
        }
      />
      {turns.length === 0 ? (
        <EmptyState icon="messages" title={t("talks.one")} text={t("talks.noTurns")} />
      ) : (
        <Suspense fallback={<RowSkeletons label={t("common:loading")} />}>
          <BuilderTexts>
            <RecordingView recording={data} />
          </BuilderTexts>
        </Suspense>
      )}
    </section>
  )
}
