"use client"

import { Tabs } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import styles from "./builder.module.css"
import type { BuilderStore, RightPanel } from "./builder-store.ts"
import { ProblemsPanel } from "./problems-panel.tsx"
import { StepPanel } from "./step-panel.tsx"
import { TestChat } from "./test-chat.tsx"
import { VariablesPanel } from "./variables-panel.tsx"

const panels: readonly RightPanel[] = ["chat", "step", "variables", "problems"]

/** The panel beside the canvas: try the bot, set up a step, look at variables, go through findings. */
export function SidePanel({ store, canEdit }: { store: BuilderStore; canEdit: boolean }) {
  const { t } = useTranslation("builder")
  const panel = useStore(store, (state) => state.panel)
  return (
    <Tabs
      value={panel}
      keepMounted
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
      <Tabs.Panel value="chat" className={styles.tabBody ?? ""}>
        <TestChat store={store} />
      </Tabs.Panel>
      <Tabs.Panel value="step" className={styles.tabBody ?? ""}>
        <StepPanel store={store} canEdit={canEdit} />
      </Tabs.Panel>
      <Tabs.Panel value="variables" className={styles.tabBody ?? ""}>
        <VariablesPanel store={store} />
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={styles.tabBody ?? ""}>
        <ProblemsPanel store={store} canEdit={canEdit} />
      </Tabs.Panel>
    </Tabs>
  )
}
