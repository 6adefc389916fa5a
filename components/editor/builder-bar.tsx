"use client"

import { Button, SegmentedControl } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { LanguageMenu } from "../shell/language-menu.tsx"
import { ThemeMenu } from "../shell/theme-menu.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { InlineEdit } from "../ui/inline-edit.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { Pending } from "../ui/pending.tsx"
import type { OpenBot } from "./bot-shapes.ts"
import styles from "./builder.module.css"
import type { BuilderStore, ViewMode } from "./builder-store.ts"
import { FlowPicker } from "./flows/flow-picker.tsx"
import { HistoryButton } from "./history/history-button.tsx"
import { SaveStatus } from "./save-status.tsx"
import { CommentsButton } from "./together/comments-button.tsx"
import { PeopleBar } from "./together/people-bar.tsx"
import { untyped } from "./use-calm-document.ts"

const PublishDialog = lazyPart(async () => ({
  default: (await import("./publish-dialog.tsx")).PublishDialog,
}))

interface BuilderBarProps {
  readonly store: BuilderStore
  readonly bot: OpenBot
  readonly canEdit: boolean
  readonly canPublish: boolean
  readonly saveNow: () => Promise<number | null>
  readonly saveShown: () => Promise<boolean>
  readonly isNarrow: boolean
}

/** Where one is, what is saved, what is wrong, and the two acts that matter: test and publish. */
export function BuilderBar({
  store,
  bot,
  canEdit,
  canPublish,
  saveNow,
  saveShown,
  isNarrow,
}: BuilderBarProps) {
  const { t } = useTranslation("builder")
  const [isPublishing, setPublishing] = useState(false)
  return (
    <header className={styles.bar}>
      <Link href="/bots" className={styles.back} aria-label={t("back")}>
        <Icon name="arrow-left" size={18} className="bw-mirror" />
      </Link>
      <BotName bot={bot} canEdit={canEdit} />
      <FlowPicker store={store} botId={bot.id} canEdit={canEdit} saveShown={saveShown} />
      <SaveStatus store={store} />
      <div className={styles.barEnd}>
        <PeopleBar store={store} isNarrow={isNarrow} />
        <CommentsButton botId={bot.id} />
        <ProblemsButton store={store} isNarrow={isNarrow} />
        <ViewSwitch store={store} isNarrow={isNarrow} />
        {!isNarrow && (
          <>
            <LanguageMenu />
            <ThemeMenu />
          </>
        )}
        <TestButton store={store} isNarrow={isNarrow} />
        <HistoryButton botId={bot.id} saveAll={saveNow} {...{ canEdit, canPublish, isNarrow }} />
        {canPublish && (
          <Button
            className={styles.publish ?? ""}
            size={isNarrow ? "xs" : "sm"}
            leftSection={isNarrow ? null : <Icon name="send" size={15} />}
            onClick={() => setPublishing(true)}
          >
            {t("publish")}
          </Button>
        )}
      </div>
      {isPublishing && (
        <Suspense fallback={<Pending isAbove />}>
          <PublishDialog
            store={store}
            bot={bot}
            saveNow={saveNow}
            onClose={() => setPublishing(false)}
          />
        </Suspense>
      )}
    </header>
  )
}

function BotName({ bot, canEdit }: { bot: OpenBot; canEdit: boolean }) {
  const { t } = useTranslation("builder")
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellError } = useToasts()
  const rename = useMutation({
    ...trpc.bots.rename.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.bots.pathKey() }),
    onError: tellError,
  })
  return (
    <h1 className={styles.name}>
      <InlineEdit
        value={rename.variables?.name ?? bot.name}
        label={t("botName")}
        isReadOnly={!canEdit}
        maxLength={80}
        onSave={(name) => rename.mutate({ botId: bot.id, name })}
      />
    </h1>
  )
}

function ProblemsButton({ store, isNarrow }: { store: BuilderStore; isNarrow: boolean }) {
  const { t } = useTranslation("builder")
  const findings = useStore(store, (state) => untyped(state.document).diagnostics)
  const errors = findings.filter((finding) => finding.severity === "error").length
  const warnings = findings.filter((finding) => finding.severity === "warning").length
  const tone = errors > 0 ? "error" : warnings > 0 ? "warning" : "fine"
  const count = errors + warnings
  return (
    <button
      type="button"
      className={styles.problems}
      data-tone={tone}
      aria-label={t("problems.count", { count })}
      onClick={() => store.getState().openPanel("problems")}
    >
      <Icon
        name={tone === "fine" ? "circle-check" : errors > 0 ? "alert-circle" : "alert-triangle"}
        size={16}
      />
      {isNarrow ? <span aria-hidden="true">{count}</span> : t("problems.count", { count })}
    </button>
  )
}

function ViewSwitch({ store, isNarrow }: { store: BuilderStore; isNarrow: boolean }) {
  const { t } = useTranslation("builder")
  const view = useStore(store, (state) => state.view)
  const modes: readonly ViewMode[] = isNarrow ? ["canvas", "source"] : ["canvas", "both", "source"]
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("view.label")}
      value={view}
      data={modes.map((mode) => ({ value: mode, label: t(`view.${mode}`) }))}
      onChange={(value) =>
        store.getState().showView(modes.find((mode) => mode === value) ?? "canvas")
      }
    />
  )
}

function TestButton({ store, isNarrow }: { store: BuilderStore; isNarrow: boolean }) {
  const { t } = useTranslation("builder")
  const isOpen = useStore(
    store,
    (state) => state.isPanelOpen && (isNarrow || state.panel === "chat"),
  )
  const toggle = () => (isOpen ? store.getState().closePanel() : store.getState().openPanel("chat"))
  if (isNarrow)
    return (
      <IconButton label={t("test")} aria-pressed={isOpen} onClick={toggle}>
        <Icon name="message-circle" size={17} />
      </IconButton>
    )
  return (
    <Button
      size="sm"
      variant="default"
      aria-pressed={isOpen}
      leftSection={<Icon name="message-circle" size={15} />}
      onClick={toggle}
    >
      {t("test")}
    </Button>
  )
}
