"use client"

import { SegmentedControl } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CommentThread } from "#server/services/comments/list.ts"
import { QueryError } from "../../../api/query-error.tsx"
import { useTRPC } from "../../../api/trpc.ts"
import { useToasts } from "../../../api/use-toasts.ts"
import { EmptyState } from "../../../ui/empty-state.tsx"
import { Icon } from "../../../ui/icon.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import type { BuilderStore } from "../../builder-store.ts"
import { useFlows } from "../../flows/flows-context.ts"
import { commentsStore } from "../comments-store.ts"
import styles from "../together.module.css"
import { useComments } from "../use-marks.ts"
import { CommentComposer } from "./comment-composer.tsx"
import { CommentThreadCard } from "./comment-thread.tsx"
import { useTarget } from "./use-target.ts"

const filters = ["open", "mine", "resolved"] as const
type Filter = (typeof filters)[number]

interface CommentsPanelProps {
  readonly store: BuilderStore
  readonly botId: string
  readonly canEdit: boolean
}

/** What people say about the flows of this bot, and the field to say something about what is selected. */
export function CommentsPanel({ store, botId, canEdit }: CommentsPanelProps) {
  const { t } = useTranslation("together")
  const [filter, setFilter] = useState<Filter>("open")
  const comments = useComments(botId)
  const chosen = useStore(commentsStore, (state) => state.threadId)
  const shown = (comments.data ?? []).filter(
    (thread) => thread.id === chosen || fits(thread, filter),
  )
  return (
    <aside className={styles.panel} aria-label={t("comments.title")}>
      <div className={styles.panelHead}>
        <h2>{t("comments.title")}</h2>
        <IconButton
          label={t("comments.close")}
          onClick={() => commentsStore.setState({ isOpen: false, threadId: null })}
        >
          <Icon name="x" size={16} />
        </IconButton>
      </div>
      <NewThread store={store} botId={botId} />
      <div className={styles.panelBody}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("comments.filter")}
          value={filter}
          data={filters.map((value) => ({ value, label: t(`comments.${value}`) }))}
          onChange={(value) => setFilter(filters.find((one) => one === value) ?? "open")}
        />
        {comments.error && (
          <QueryError error={comments.error} onRetry={() => void comments.refetch()} />
        )}
        {comments.data && shown.length === 0 && (
          <EmptyState
            size="panel"
            icon="message-2"
            title={t("comments.emptyTitle")}
            text={t("comments.empty")}
          />
        )}
        <ul className={styles.threads}>
          {shown.map((thread) => (
            <CommentThreadCard
              key={thread.id}
              {...{ thread, store, botId, canEdit, isChosen: thread.id === chosen }}
            />
          ))}
        </ul>
      </div>
    </aside>
  )
}

function fits({ isResolved, comments, isYours }: CommentThread, filter: Filter): boolean {
  if (filter === "resolved") return isResolved
  if (filter === "open") return !isResolved
  return !isResolved && (isYours || comments.some(({ isForYou }) => isForYou))
}

function NewThread({ store, botId }: { store: BuilderStore; botId: string }) {
  const { t } = useTranslation("together")
  const scriptId = useFlows((state) => state.currentId)
  const { target, label } = useTarget(store)
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellError } = useToasts()
  const start = useMutation({
    ...trpc.comments.start.mutationOptions(),
    onSuccess: ({ threadId }) => {
      commentsStore.setState({ threadId })
      void queries.invalidateQueries({ queryKey: trpc.comments.list.queryKey({ botId }) })
    },
    onError: tellError,
  })
  return (
    <div className={styles.composer}>
      <CommentComposer
        label={t("comments.write")}
        action={t("comments.send")}
        target={label}
        isBusy={start.isPending}
        onSend={(body, mentions) =>
          start.mutateAsync({ botId, scriptId, ...target(), body, mentions }).then(
            () => true,
            () => false,
          )
        }
      />
    </div>
  )
}
