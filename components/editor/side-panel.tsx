"use client"

import { Tabs } from "@mantine/core"
import { Suspense } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { Pending } from "../ui/pending.tsx"
import styles from "./builder.module.css"
import type { BuilderStore, RightPanel } from "./builder-store.ts"
import { ProblemsPanel } from "./problems-panel.tsx"

/** The drawing comes first; the machine that runs it and the fields that change it follow. */
const TestChat = lazyPart(async () => ({ default: (await import("./test-chat.tsx")).TestChat }))
const StepPanel = lazyPart(async () => ({ default: (await import("./step-panel.tsx")).StepPanel }))
const VariablesPanel = lazyPart(async () => ({
  default: (await import("./variables/variables-panel.tsx")).VariablesPanel,
}))

const panels: readonly RightPanel[] = ["chat", "step", "variables", "problems"]

/** The panel beside the canvas: try the bot, set up a step, look at variables, go through findings. */
export function SidePanel({ store, canEdit }: { store: BuilderStore; canEdit: boolean }) {
  const { t } = useTranslation("builder")
  const panel = useStore(store, (state) => state.panel)
  return (
    <Tabs
      value={panel}
      // What a panel says of itself counts only where its neighbours are not kept by all.
      keepMounted={false}
      className={styles.tabs ?? ""}
      onChange={(value) =>
        store.getState().openPanel(panels.find((name) => name === value) ?? "chat")
      }
    >
      <div className={styles.tabHead}>
        <Tabs.List className={styles.tabList ?? ""} aria-label={t("panel.label")}>
          {panels.map((name) => (
            <Tabs.Tab key={name} value={name} className={styles.tab ?? ""}>
              {t(`panel.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <IconButton label={t("panel.close")} onClick={() => store.getState().closePanel()}>
          <Icon name="x" size={16} />
        </IconButton>
      </div>
      <Tabs.Panel value="chat" keepMounted className={styles.tabBody ?? ""}>
        <Suspense fallback={<Pending />}>
          <TestChat store={store} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="step" keepMounted className={styles.tabBody ?? ""}>
        <Suspense fallback={<Pending />}>
          <StepPanel store={store} canEdit={canEdit} />
        </Suspense>
      </Tabs.Panel>
      {/* Every variable with its places, and every finding: lists that follow each key only while they are seen. */}
      <Tabs.Panel value="variables" className={styles.tabBody ?? ""}>
        <Suspense fallback={<Pending />}>
          <VariablesPanel store={store} canEdit={canEdit} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={styles.tabBody ?? ""}>
        <ProblemsPanel store={store} canEdit={canEdit} />
      </Tabs.Panel>
    </Tabs>
  )
}
