"use client"

import { Button, UnstyledButton } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Comment, CommentThread } from "#server/services/comments/list.ts"
import { useTRPC } from "../../../api/trpc.ts"
import { useToasts } from "../../../api/use-toasts.ts"
import { Icon } from "../../../ui/icon.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import { TimeAgo } from "../../../ui/time-ago.tsx"
import { type BuilderStore, findStep } from "../../builder-store.ts"
import { useFlows, useFlowsStore } from "../../flows/flows-context.ts"
import { useCalmDocument } from "../../use-calm-document.ts"
import { commentsStore } from "../comments-store.ts"
import { PersonChip } from "../person-chip.tsx"
import styles from "../together.module.css"
import { CommentComposer, useMembers } from "./comment-composer.tsx"
import { splitMentions } from "./mention-text.ts"
import { useSayAnchor } from "./use-target.ts"

interface ThreadProps {
  readonly thread: CommentThread
  readonly store: BuilderStore
  readonly botId: string
  readonly canEdit: boolean
  readonly isChosen: boolean
}

/** One conversation: where it stands, what was said, and what can be done about it. */
export function CommentThreadCard({ thread, store, botId, canEdit, isChosen }: ThreadProps) {
  const { t } = useTranslation("together")
  const acts = useThreadActs(botId, thread)
  const card = useRef<HTMLLIElement>(null)
  const { isUnread } = thread
  const { read } = acts
  useEffect(() => {
    if (!isChosen) return
    card.current?.scrollIntoView({ block: "nearest" })
    if (isUnread) read()
  }, [isChosen, isUnread, read])
  const choose = () => commentsStore.setState({ threadId: thread.id })
  return (
    <li
      ref={card}
      className={styles.thread}
      data-unread={isUnread || undefined}
      data-chosen={isChosen || undefined}
      onPointerDown={choose}
      onFocus={choose}
    >
      <div className={styles.threadHead}>
        <ThreadPlace thread={thread} store={store} />
        {(canEdit || thread.isYours) && (
          <Button
            size="compact-xs"
            variant={thread.isResolved ? "default" : "light"}
            leftSection={thread.isResolved ? null : <Icon name="check" size={13} />}
            onClick={() => acts.resolve(!thread.isResolved)}
          >
            {t(thread.isResolved ? "comments.reopen" : "comments.resolve")}
          </Button>
        )}
      </div>
      <ul className={styles.comments}>
        {thread.comments.map((comment) => (
          <CommentRow
            key={comment.id}
            comment={comment}
            onDelete={canEdit || comment.isYours ? () => acts.remove(comment.id) : null}
          />
        ))}
      </ul>
      {isChosen && (
        <div className={styles.threadFoot}>
          <CommentComposer
            label={t("comments.reply")}
            action={t("comments.reply")}
            isBusy={acts.isReplying}
            onSend={acts.reply}
          />
        </div>
      )}
    </li>
  )
}

function useThreadActs(botId: string, { id: threadId }: CommentThread) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellError } = useToasts()
  const done = {
    onSuccess: () =>
      void queries.invalidateQueries({ queryKey: trpc.comments.list.queryKey({ botId }) }),
    onError: tellError,
  }
  const reply = useMutation({ ...trpc.comments.reply.mutationOptions(), ...done })
  const resolve = useMutation({ ...trpc.comments.resolve.mutationOptions(), ...done })
  const remove = useMutation({ ...trpc.comments.delete.mutationOptions(), ...done })
  const { mutate: markRead } = useMutation({ ...trpc.comments.read.mutationOptions(), ...done })
  const readNow = useRef(() => markRead({ botId, threadId }))
  return {
    isReplying: reply.isPending,
    reply: (body: string, mentions: string[]) =>
      reply.mutateAsync({ botId, threadId, body, mentions }).then(
        () => true,
        () => false,
      ),
    resolve: (isResolved: boolean) => resolve.mutate({ botId, threadId, isResolved }),
    remove: (commentId: string) => remove.mutate({ botId, threadId, commentId }),
    read: readNow.current,
  }
}

/** Where it stands; a press shows it. What is gone says what it was. */
function ThreadPlace({ thread, store }: { thread: CommentThread; store: BuilderStore }) {
  const { t } = useTranslation("together")
  const flows = useFlowsStore()
  const current = useFlows((state) => state.currentId)
  const flow = useFlows((state) => state.flows.find(({ id }) => id === thread.scriptId))
  const say = useSayAnchor(store)
  useCalmDocument(store)
  const { anchor, anchorText, scriptId } = thread
  const isHere = current === scriptId
  const said = anchor === null ? null : isHere ? say(anchor) : anchorText
  const show = () => {
    if (!isHere) flows.getState().open(scriptId)
    const shown = flows.getState().opened.get(scriptId)
    if (!shown || anchor === null) return
    const state = shown.getState()
    const home = state.document.flows.find(
      ({ id, groups }) =>
        id === anchor ||
        groups.some((group) => group.id === anchor || group.steps.some(({ id }) => id === anchor)),
    )
    if (home && home.id !== state.flowId) state.showFlow(home.id)
    if (findStep(state.document, anchor)) shown.getState().selectSteps([anchor])
    else shown.getState().selectCards([anchor])
  }
  const text =
    anchor === null
      ? t("comments.onPlace")
      : said === null
        ? t("comments.removed", { text: anchorText })
        : t("comments.onStep", { text: said })
  return (
    <UnstyledButton className={styles.place} title={t("comments.show")} onClick={show}>
      {text}
      {!isHere && flow && ` · ${t("comments.inFlow", { name: flow.name })}`}
    </UnstyledButton>
  )
}

function CommentRow({ comment, onDelete }: { comment: Comment; onDelete: (() => void) | null }) {
  const { t } = useTranslation("together")
  const members = useMembers()
  const { author, body, mentions, createdAt } = comment
  const named = members.filter(({ userId }) => mentions.some((id) => id === userId))
  const name = author?.name ?? t("comments.gone")
  return (
    <li className={styles.comment}>
      <PersonChip name={name} userId={author?.userId ?? ""} />
      <div>
        <div className={styles.commentHead}>
          <strong>{name}</strong>
          <span className={styles.faint}>
            <TimeAgo at={createdAt} />
          </span>
          {onDelete && (
            <IconButton label={t("comments.delete")} size={22} onClick={onDelete}>
              <Icon name="trash" size={13} />
            </IconButton>
          )}
        </div>
        <p className={styles.commentBody} dir="auto">
          {splitMentions(body, named).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no names, only an order
            <span key={index} className={part.isName ? styles.mention : undefined}>
              {part.text}
            </span>
          ))}
        </p>
      </div>
    </li>
  )
}
