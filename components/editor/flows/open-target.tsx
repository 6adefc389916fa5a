"use client"

import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { Icon } from "../../ui/icon.tsx"
import type { BuilderStore } from "../builder-store.ts"
import { useCalmDocument } from "../use-calm-document.ts"
import { findCallTarget } from "./find-call-target.ts"
import { useFlows, useFlowsStore } from "./flows-context.ts"
import { findFlow } from "./flows-store.ts"

/** Leads from a step that runs another flow to that flow; nothing for other steps, and for a flow that is not there. */
export function OpenTarget({ store, stepId }: { store: BuilderStore; stepId: string }) {
  const { t } = useTranslation("builder")
  const flows = useFlowsStore()
  const all = useFlows((state) => state.flows)
  const document = useCalmDocument(store)
  const target = findCallTarget(document, stepId)
  if (target === null) return null
  const other = target.kind === "other" ? findFlow(all, target.name) : null
  if (target.kind === "other" && other === null) return null
  const open = () =>
    target.kind === "own"
      ? store.getState().showFlow(target.flowId)
      : flows.getState().open(other?.id ?? "")
  return (
    <Button
      size="xs"
      variant="light"
      leftSection={<Icon name="corner-down-right" size={14} />}
      onClick={open}
    >
      {t("flows.open")}
    </Button>
  )
}
