"use client"

import { Button, SegmentedControl } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { useQuery } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { StarterId } from "#catalog/starters.ts"
import type { Template } from "#server/services/bots/load-template.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { CanvasView } from "../canvas/canvas-view.tsx"
import { FlowsContext } from "../editor/flows/flows-context.ts"
import { createFlowsStore } from "../editor/flows/flows-store.ts"
import { BuilderTexts, MoreTexts } from "../i18n/builder-texts.tsx"
import { Icon } from "../ui/icon.tsx"
import { PaneSkeletons } from "../ui/skeletons.tsx"
import styles from "./starters.module.css"
import { TrialChat } from "./trial-chat.tsx"

interface StarterTrialProps {
  readonly id: StarterId
  readonly isBusy: boolean
  readonly onUse: () => void
  readonly onBack: () => void
}

const narrow = "(max-width: 48em)"

/** A starter before it is anybody's: its canvas to look at, its conversation to try. */
export function StarterTrial({ id, isBusy, onUse, onBack }: StarterTrialProps) {
  const { t } = useTranslation(["bots", "common"])
  const query = useQuery({
    ...useTRPC().bots.template.queryOptions({ template: id }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section aria-label={t(`starter.${id}.title`)} data-trial={id}>
      <header className={styles.head}>
        <div className={styles.headWords}>
          <h2 className={styles.headTitle}>{t(`starter.${id}.title`)}</h2>
          <p className={styles.headText}>{t(`starter.${id}.text`)}</p>
        </div>
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<Icon name="arrow-left" size={16} className="bw-mirror" />}
            onClick={onBack}
          >
            {t("starters.back")}
          </Button>
          <Button loading={isBusy} onClick={onUse} data-autofocus>
            {t("starters.use")}
          </Button>
        </div>
      </header>
      {query.error ? (
        <QueryError error={query.error} onRetry={query.refetch} />
      ) : query.data ? (
        <BuilderTexts>
          <MoreTexts group="findings">
            <Trial template={query.data} />
          </MoreTexts>
        </BuilderTexts>
      ) : (
        <PaneSkeletons label={t("common:loading")} />
      )}
    </section>
  )
}

function Trial({ template }: { template: Template }) {
  const { t } = useTranslation("bots")
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false }) ?? false
  const [shown, setShown] = useState<"chat" | "canvas">("chat")
  const flows = useMemo(() => openTemplate(template), [template])
  const { currentId, opened } = flows.getState()
  const store = opened.get(currentId)
  if (!store) return null
  return (
    <FlowsContext value={flows}>
      {isNarrow && (
        <SegmentedControl
          fullWidth
          mb="sm"
          value={shown}
          onChange={(value) => setShown(value === "chat" ? "chat" : "canvas")}
          data={[
            { value: "chat", label: t("starters.try") },
            { value: "canvas", label: t("starters.look") },
          ]}
        />
      )}
      <div className={styles.trial}>
        {(!isNarrow || shown === "canvas") && (
          <div className={styles.pane}>
            <CanvasView store={store} isReadOnly hasPalette={false} />
          </div>
        )}
        {(!isNarrow || shown === "chat") && (
          <div className={styles.pane}>
            <TrialChat template={template} />
          </div>
        )}
      </div>
    </FlowsContext>
  )
}

function openTemplate({ scripts }: Template) {
  const flows = scripts.map(({ name, source, layout }) => ({
    id: name,
    name,
    stored: { source, layout, revision: 1 },
  }))
  return createFlowsStore({ botId: "starter", flows, draftRevision: 1, canEdit: false })
}
