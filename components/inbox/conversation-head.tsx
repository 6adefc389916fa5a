"use client"

import { ActionIcon, Button, Menu } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Icon } from "../ui/icon.tsx"
import styles from "./inbox.module.css"
import { type InboxEntry, Urgency } from "./inbox-row.tsx"

interface ConversationHeadProps {
  conversation: InboxEntry & { readonly isYours: boolean }
  onClose: () => void
}

/** Whose conversation it is, who answers, and the act that changes that. */
export function ConversationHead({ conversation, onClose }: ConversationHeadProps) {
  const { t } = useTranslation("people")
  const { state, wanted, assignedTo, isYours, priority } = conversation
  const facts = [
    conversation.botName,
    state === "active" && assignedTo !== null
      ? t("inbox.heldBy", { name: assignedTo.name })
      : t(`inbox.state.${state}`),
    wanted === "" ? "" : t("inbox.wanted", { who: wanted }),
  ]
  return (
    <header className={styles.panelHead}>
      <ActionIcon
        className={styles.back}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t("inbox.back")}
        onClick={onClose}
      >
        <Icon name="arrow-left" className="bw-mirror" />
      </ActionIcon>
      <div className={styles.words}>
        <h2 className={styles.name} dir="auto">
          {conversation.contactName ?? t("inbox.visitor")}
        </h2>
        <p className={styles.facts}>
          {facts.filter((fact) => fact !== "").join(" · ")} <Urgency priority={priority} />
        </p>
      </div>
      <Acts conversation={conversation} isYours={isYours} />
    </header>
  )
}

function Acts({ conversation, isYours }: { conversation: InboxEntry; isYours: boolean }) {
  const { t } = useTranslation("people")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const onSettled = () => queryClient.invalidateQueries(trpc.inbox.pathFilter())
  const take = useMutation(
    trpc.inbox.take.mutationOptions({
      ...{ onError: tellError, onSettled },
      onSuccess: () => tellDone(t("inbox.taken")),
    }),
  )
  const resolve = useMutation(
    trpc.inbox.resolve.mutationOptions({
      ...{ onError: tellError, onSettled },
      onSuccess: () => tellDone(t("inbox.resolved")),
    }),
  )
  const { conversationId, state } = conversation
  const handBack = (goOn: "here" | "end") => resolve.mutate({ conversationId, goOn })
  return (
    <div className={styles.acts}>
      {state !== "active" && (
        <Button loading={take.isPending} onClick={() => take.mutate({ conversationId })}>
          {t("inbox.take")}
        </Button>
      )}
      {(isYours || state === "waiting") && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              loading={resolve.isPending}
              rightSection={<Icon name="chevron-down" size={14} />}
            >
              {t("inbox.resolve")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => handBack("here")}>{t("inbox.resolveHere")}</Menu.Item>
            <Menu.Item onClick={() => handBack("end")}>{t("inbox.resolveEnd")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
