"use client"

import { Chip, TextInput } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type BotTemplate,
  type StarterId,
  type StarterShelf,
  starterShelves,
  starters,
} from "#catalog/starters.ts"
import { useTRPC } from "../api/trpc.ts"
import { TemplateChoice } from "../bots/template-choice.tsx"
import { Icon } from "../ui/icon.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { PaneSkeletons } from "../ui/skeletons.tsx"
import { StarterCard } from "./starter-card.tsx"
import styles from "./starters.module.css"

/** The canvas and the machine are fetched when somebody wants to look closer. */
const StarterTrial = lazyPart(
  typeof window === "undefined"
    ? null
    : async () => ({ default: (await import("./starter-trial.tsx")).StarterTrial }),
)

export interface StarterGalleryProps {
  readonly onChoose: (template: BotTemplate) => void
  /** The template a bot is being made from now. */
  readonly busyWith: string | null
}

/** "What should your bot do?": whole bots to look at, try and begin with, or an empty canvas. */
export function StarterGallery({ onChoose, busyWith }: StarterGalleryProps) {
  const { t } = useTranslation(["bots", "common"])
  const [opened, setOpened] = useState<StarterId | null>(null)
  if (opened !== null)
    return (
      <Suspense fallback={<PaneSkeletons label={t("common:loading")} />}>
        <StarterTrial
          id={opened}
          isBusy={busyWith !== null}
          onUse={() => onChoose(opened)}
          onBack={() => setOpened(null)}
        />
      </Suspense>
    )
  return (
    <div className={styles.gallery}>
      <TemplateChoice onChoose={onChoose} busyWith={busyWith} />
      <StarterShelves isDisabled={busyWith !== null} onOpen={setOpened} />
    </div>
  )
}

interface ShelvesProps {
  readonly isDisabled: boolean
  readonly onOpen: (id: StarterId) => void
}

function StarterShelves({ isDisabled, onOpen }: ShelvesProps) {
  const { t } = useTranslation("bots")
  const { data } = useQuery({
    ...useTRPC().bots.templates.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [wanted, setWanted] = useState("")
  const [shelf, setShelf] = useState<StarterShelf | "all">("all")
  const words = wanted.trim().toLocaleLowerCase()
  const found = starters.filter(({ id, shelf: own }) => {
    const said = `${t(`starter.${id}.title`)} ${t(`starter.${id}.text`)}`.toLocaleLowerCase()
    return (shelf === "all" || own === shelf) && said.includes(words)
  })
  return (
    <section aria-label={t("starters.title")}>
      <div className={styles.tools} style={{ marginBlockStart: 24 }}>
        <TextInput
          className={styles.search}
          aria-label={t("starters.search")}
          placeholder={t("starters.search")}
          leftSection={<Icon name="search" size={16} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Chip.Group value={shelf} onChange={(value) => setShelf(value as StarterShelf | "all")}>
          <div className={styles.shelves}>
            {(["all", ...starterShelves] as const).map((each) => (
              <Chip key={each} value={each} size="xs" variant="light">
                {t(`starters.shelf.${each}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      {found.length === 0 ? (
        <p className={styles.none}>{t("starters.none", { words: wanted.trim() })}</p>
      ) : (
        <ul className={styles.grid}>
          {found.map((starter) => (
            <li key={starter.id}>
              <StarterCard
                starter={starter}
                summary={data?.find(({ id }) => id === starter.id) ?? null}
                isDisabled={isDisabled}
                onOpen={() => onOpen(starter.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
