"use client"

import { Button, UnstyledButton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { createLineMap, type Diagnostic } from "#basic"
import { MoreTexts } from "../i18n/builder-texts.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import styles from "./builder.module.css"
import { type BuilderStore, findStepAt } from "./builder-store.ts"
import { applyEdits } from "./edit-history.ts"
import { useCalmDocument } from "./use-calm-document.ts"
import { useFindingWords } from "./use-finding-words.ts"

interface ProblemsProps {
  readonly store: BuilderStore
  readonly canEdit: boolean
}

/** Everything the analyzer knows. A click leads to the step and the line; a fix is one more click. */
export function ProblemsPanel(props: ProblemsProps) {
  return (
    <MoreTexts group="findings">
      <Problems {...props} />
    </MoreTexts>
  )
}

function Problems({ store, canEdit }: ProblemsProps) {
  const { t } = useTranslation("builder")
  const wordsOf = useFindingWords()
  const { diagnostics, source } = useCalmDocument(store)
  if (diagnostics.length === 0)
    return (
      <EmptyState icon="circle-check" title={t("problems.none")} text={t("problems.noneText")} />
    )
  const lines = createLineMap(source)
  return (
    <ul className={styles.findings}>
      {diagnostics.map((finding) => {
        const words = wordsOf(finding)
        return (
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
                <span className={styles.findingWords}>{words.message}</span>
                {words.hint && <span className={styles.findingHint}>{words.hint}</span>}
                <span className={styles.findingPlace}>
                  {t("problems.line", { line: lines.positionAt(finding.span.start).line })}
                </span>
              </span>
            </UnstyledButton>
            {words.fix && canEdit && (
              <Button size="compact-xs" variant="light" onClick={() => fix(store, finding)}>
                {words.fix}
              </Button>
            )}
          </li>
        )
      })}
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
