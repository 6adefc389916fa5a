"use client"

import { Menu } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useToasts } from "../../api/use-toasts.ts"
import type { BuilderStore } from "../../editor/builder-store.ts"
import { useGroupName } from "../group-name.ts"
import { useWords } from "../use-words.ts"
import type { FlowFormat } from "./save-flow.ts"

const formats: readonly FlowFormat[] = ["png", "svg", "mermaid", "bas"]

/** Entries of a menu that save the flow that is shown as a picture or a text. */
export function ExportItems({ store, name }: { store: BuilderStore; name: string }) {
  const { t } = useTranslation("canvas")
  const words = useWords()
  const group = useGroupName()
  const { tellError } = useToasts()
  const run = async (format: FlowFormat) => {
    const { document, flowId } = store.getState()
    const flow = document.flows.find(({ id }) => id === flowId) ?? document.flows[0]
    if (!flow) return
    try {
      const { saveFlow } = await import("./save-flow.ts")
      await saveFlow(format, {
        ...{ flow, name, source: document.source },
        words: {
          step: ({ titleKey, values }) => words(titleKey, values),
          outlet: ({ labelKey, text }) => (labelKey ? words(labelKey, { text }) : text),
          group,
        },
      })
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t("export.label")}</Menu.Label>
      {formats.map((format) => (
        <Menu.Item key={format} onClick={() => void run(format)}>
          {t(`export.${format}`)}
        </Menu.Item>
      ))}
    </>
  )
}
