"use client"

import { Button } from "@mantine/core"
import { Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { lazyPart } from "../ui/lazy-part.ts"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import { ToneBadge } from "../ui/tone-badge.tsx"
import type { Prompt, Version } from "./prompt-shapes.ts"
import styles from "./prompts.module.css"
import { usePromptActs } from "./use-prompt-acts.ts"

const TextDiff = lazyPart(typeof window === "undefined" ? null : () => import("./text-diff.tsx"))

interface VersionsPanelProps {
  prompt: Prompt
  canChange: boolean
  onEdit: (version: Version) => void
}

/** Everything the prompt ever said, the newest first. */
export function VersionsPanel({ prompt, canChange, onEdit }: VersionsPanelProps) {
  const { t } = useTranslation("prompts")
  return (
    <ul className={styles.list} aria-label={t("tab.versions")}>
      {prompt.versions.map((version, at) => (
        <VersionRow
          key={version.number}
          prompt={prompt}
          version={version}
          before={prompt.versions[at + 1] ?? null}
          canChange={canChange}
          onEdit={onEdit}
        />
      ))}
    </ul>
  )
}

interface VersionRowProps extends VersionsPanelProps {
  version: Version
  /** The one it was made after. */
  before: Version | null
}

function VersionRow({ prompt, version, before, canChange, onEdit }: VersionRowProps) {
  const { t } = useTranslation(["prompts", "common"])
  const [isOpen, setOpen] = useState(false)
  const { setLive } = usePromptActs()
  const { number, note, author, at } = version
  const isLive = number === prompt.liveNumber
  return (
    <li className={styles.version}>
      <div className={styles.row}>
        <div className={styles.words}>
          <strong>{t("version", { number })}</strong>
          {note !== "" && <span dir="auto">{note}</span>}
          <span className={styles.quiet}>
            {author ?? t("nobody")} · <TimeAgo at={at} />
          </span>
        </div>
        {isLive && <ToneBadge tone="good">{t("live")}</ToneBadge>}
        <div className={styles.acts}>
          <Button
            size="xs"
            variant="default"
            aria-expanded={isOpen}
            aria-label={`${t(before === null ? "showText" : "showChanges")}: ${t("version", { number })}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(before === null ? "showText" : "showChanges")}
          </Button>
          {canChange && !isLive && (
            <Button
              size="xs"
              variant="default"
              loading={setLive.isPending}
              aria-label={`${t("makeLive")}: ${t("version", { number })}`}
              onClick={() => setLive.mutate({ promptId: prompt.id, number })}
            >
              {t("makeLive")}
            </Button>
          )}
          {canChange && (
            <Button
              size="xs"
              variant="default"
              aria-label={`${t("edit")}: ${t("version", { number })}`}
              onClick={() => onEdit(version)}
            >
              {t("edit")}
            </Button>
          )}
        </div>
      </div>
      {isOpen && (
        <Suspense fallback={<RowSkeletons label={t("common:loading")} />}>
          <TextDiff before={before?.text ?? version.text} after={version.text} />
        </Suspense>
      )}
    </li>
  )
}
