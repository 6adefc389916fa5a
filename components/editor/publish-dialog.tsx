"use client"

import { Button, Loader } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { Suspense, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useTRPCClient } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { MoreTexts } from "../i18n/builder-texts.tsx"
import { Dialog } from "../ui/dialog.tsx"
import type { OpenBot } from "./bot-shapes.ts"
import styles from "./builder.module.css"
import type { BuilderStore } from "./builder-store.ts"
import { useFlowsStore } from "./flows/flows-context.ts"
import { findFlow } from "./flows/flows-store.ts"
import { useDraftFlows } from "./history/use-history.ts"
import { PublishReview } from "./publish/publish-review.tsx"
import { type PublishOutcome, plainWish, usePublish } from "./publish/use-publish.ts"
import { WaysToReach } from "./publish/ways-to-reach.tsx"

interface PublishDialogProps {
  readonly store: BuilderStore
  readonly bot: OpenBot
  readonly saveNow: () => Promise<number | null>
  readonly onClose: () => void
}

/** Says what changed, runs the saved conversations, publishes, and gives what is needed to reach the bot. */
export function PublishDialog(props: PublishDialogProps) {
  const { bot, saveNow, onClose } = props
  const { t } = useTranslation("builder")
  const publish = usePublish(bot.id, saveNow)
  const isLive = publish.data?.kind === "published" && publish.data.to === "live"
  return (
    <Dialog opened onClose={onClose} size="lg" title={isLive ? t("published.title") : t("publish")}>
      <Suspense fallback={<Running />}>
        <MoreTexts group="history">
          <Parts {...props} publish={publish} />
        </MoreTexts>
      </Suspense>
    </Dialog>
  )
}

type Publishing = ReturnType<typeof usePublish>

function Parts({ publish, ...props }: PublishDialogProps & { publish: Publishing }) {
  const { bot } = props
  const { t } = useTranslation(["builder", "history"])
  const sayError = useErrorWords()
  const reviewed = useReviewed(bot.id)
  const draft = useDraftFlows()
  const begin = publish.mutate
  const hasBegun = useRef(false)
  // The first publication of a bot without saved conversations has nothing to say beforehand.
  const isPlain = reviewed.data?.live === null && reviewed.data.tests.length === 0
  useEffect(() => {
    // React mounts twice in development; publishing once is enough.
    if (!isPlain || hasBegun.current) return
    hasBegun.current = true
    begin(plainWish)
  }, [isPlain, begin])
  const error = publish.error ?? reviewed.error
  const words = error ? sayError(error) : null
  const { data } = publish
  if (data?.kind === "published")
    return (
      <WaysToReach
        slug={data.slug}
        told={t(data.to === "live" ? "builder:published.version" : "history:publish.staged", {
          number: data.number,
        })}
      />
    )
  if (data) return <Refused outcome={data} {...props} />
  const isWaiting = !reviewed.data || isPlain
  return (
    <>
      {words && (
        <div role="alert">
          <p>
            <strong>{words.title}</strong> {words.text}
          </p>
          <Button
            onClick={() => (publish.error ? begin(publish.variables) : void reviewed.refetch())}
          >
            {t("builder:published.again")}
          </Button>
        </div>
      )}
      {!words && isWaiting && <Running />}
      {reviewed.data && !isPlain && (
        <PublishReview
          botId={bot.id}
          {...reviewed.data}
          draft={draft}
          isBusy={publish.isPending}
          onPublish={begin}
        />
      )}
    </>
  )
}

function Running() {
  const { t } = useTranslation("builder")
  return (
    <p className={styles.publishState} role="status">
      <Loader size="xs" /> {t("published.running")}
    </p>
  )
}

/** What is live, and the saved conversations. */
function useReviewed(botId: string) {
  const client = useTRPCClient()
  return useQuery({
    queryKey: ["publish-review", botId],
    gcTime: 0,
    queryFn: async () => {
      const [{ entries }, tests] = await Promise.all([
        client.versions.list.query({ botId }),
        client.tests.list.query({ botId }),
      ])
      const entry = entries.find(({ isLive }) => isLive)
      if (entry === undefined) return { live: null, tests }
      const { scripts: flows } = await client.versions.read.query({ botId, ref: entry.ref })
      return { live: { number: entry.number ?? 0, flows }, tests }
    },
  })
}

function Refused({
  outcome,
  store,
  onClose,
}: PublishDialogProps & { outcome: Exclude<PublishOutcome, { kind: "published" }> }) {
  const { t } = useTranslation("builder")
  const flows = useFlowsStore()
  if (outcome.kind === "unsaved") return <p role="alert">{t("published.unsaved")}</p>
  const showProblems = () => {
    const { flows: all, open } = flows.getState()
    const flow = outcome.script === undefined ? all[0] : findFlow(all, outcome.script)
    if (flow) open(flow.id)
    const shown = flows.getState().opened.get(flow?.id ?? "") ?? store
    shown.getState().openPanel("problems")
    onClose()
  }
  return (
    <div role="alert">
      <p>{t("published.errors", { count: outcome.count })}</p>
      <Button onClick={showProblems}>{t("published.showProblems")}</Button>
    </div>
  )
}
