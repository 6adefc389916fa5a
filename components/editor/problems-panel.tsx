"use client"

import { Button, UnstyledButton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { createLineMap, type Diagnostic } from "#basic"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import styles from "./builder.module.css"
import { type BuilderStore, findStepAt } from "./builder-store.ts"
import { applyEdits } from "./edit-history.ts"

/** Everything the analyzer knows. A click leads to the step and the line; a fix is one more click. */
export function ProblemsPanel({ store, canEdit }: { store: BuilderStore; canEdit: boolean }) {
  const { t } = useTranslation("builder")
  const { diagnostics, source } = useStore(store, (state) => state.document)
  if (diagnostics.length === 0)
    return (
      <EmptyState icon="circle-check" title={t("problems.none")} text={t("problems.noneText")} />
    )
  const lines = createLineMap(source)
  return (
    <ul className={styles.findings}>
      {diagnostics.map((finding) => (
        <li
          key={`${finding.code} ${finding.span.start} ${finding.span.end}`}
          data-severity={finding.severity}
        >
          <UnstyledButton className={styles.findingFace} onClick={() => jumpTo(store, finding)}>
            <Icon
              name={finding.severity === "error" ? "alert-circle" : "alert-triangle"}
              size={16}
            />
            <span>
              <span className={styles.findingWords}>{finding.message}</span>
              {finding.hint && <span className={styles.findingHint}>{finding.hint}</span>}
              <span className={styles.findingPlace}>
                {t("problems.line", { line: lines.positionAt(finding.span.start).line })}
              </span>
            </span>
          </UnstyledButton>
          {finding.fix && canEdit && (
            <Button size="compact-xs" variant="light" onClick={() => fix(store, finding)}>
              {finding.fix.title}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function jumpTo(store: BuilderStore, finding: Diagnostic) {
  const state = store.getState()
  const found = findStepAt(state.document, finding.span.start)
  if (found && found.flowId !== state.flowId) state.showFlow(found.flowId)
  store.getState().reveal(finding.span, found?.step.id ?? null)
}

function fix(store: BuilderStore, finding: Diagnostic) {
  const { document, editSource } = store.getState()
  if (finding.fix) editSource(applyEdits(document.source, finding.fix.edits))
}
