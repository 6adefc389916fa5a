"use client"

import { Menu } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { Pending } from "../../ui/pending.tsx"
import { useFlowsStore } from "../flows/flows-context.ts"
import type { TestRunView } from "../use-test-run.ts"
import styles from "./debug.module.css"
import { debuggerOf } from "./debug-store.ts"
import { PaintMenu } from "./paint-menu.tsx"
import { WorldMenu } from "./world-menu.tsx"

const skips = [60, 600, 3600, 86_400] as const

const TestsDialog = lazy(async () => ({
  default: (await import("./tests-dialog.tsx")).TestsDialog,
}))

/** The tools above the test chat. */
export function DebugBar({ view }: { view: TestRunView }) {
  const { t } = useTranslation("builder")
  const { actions, run } = view
  const isStepping = useStore(debuggerOf(useFlowsStore()), (state) => state.isStepping)
  const [isTesting, setTesting] = useState(false)
  return (
    <div className={styles.bar} role="toolbar" aria-label={t("debug.tools")}>
      <Note view={view} />
      <IconButton
        label={t("debug.pause")}
        shortcut="F10"
        size={28}
        aria-pressed={isStepping || run.pause !== null}
        onClick={() => actions.step(isStepping ? "run" : "over")}
        disabled={run.pause !== null}
      >
        <Icon name="pause" size={16} />
      </IconButton>
      <WorldMenu view={view} />
      <SkipMenu view={view} />
      <PaintMenu />
      <IconButton label={t("debug.tests")} size={28} onClick={() => setTesting(true)}>
        <Icon name="checklist" size={16} />
      </IconButton>
      <IconButton
        label={t("chat.rewind")}
        size={28}
        disabled={view.state.session.acts.length === 0}
        onClick={() => actions.rewind(view.state.session.acts.length - 1)}
      >
        <Icon name="arrow-back-up" size={16} />
      </IconButton>
      <IconButton label={t("chat.restart")} size={28} onClick={() => actions.restart()}>
        <Icon name="refresh" size={16} />
      </IconButton>
      {isTesting && (
        <Suspense fallback={<Pending isAbove />}>
          <TestsDialog view={view} onClose={() => setTesting(false)} />
        </Suspense>
      )}
    </div>
  )
}

function SkipMenu({ view }: { view: TestRunView }) {
  const { t } = useTranslation("builder")
  return (
    <Menu position="bottom-end" width={170}>
      <Menu.Target>
        <IconButton label={t("chat.skip")} size={28}>
          <Icon name="clock" size={16} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {skips.map((seconds) => (
          <Menu.Item key={seconds} onClick={() => view.actions.act({ kind: "skip", seconds })}>
            {t(`chat.skip.${seconds}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What kind of conversation this is; of a real one, whether the draft still says the same. */
function Note({ view }: { view: TestRunView }) {
  const { t } = useTranslation("builder")
  const { kept } = view.state
  if (kept === null) return <span className={styles.note}>{t("chat.pretended")}</span>
  const now = view.run.preview.events.flatMap((event) => (event.kind === "bot" ? [event.text] : []))
  const most = Math.max(now.length, kept.said.length)
  const number = Array.from({ length: most }).filter((_, at) => now[at] !== kept.said[at]).length
  return (
    <span className={styles.note} role="status">
      {t("debug.replayed")} {number === 0 ? t("debug.same") : t("debug.differs", { number })}
    </span>
  )
}
