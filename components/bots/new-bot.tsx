"use client"

import { useTranslation } from "react-i18next"
import { PageHeader } from "../shell/page-header.tsx"
import { StarterGallery } from "../starters/starter-gallery.tsx"
import { useCreateBot } from "./use-create-bot.ts"

/** The gallery as a page of its own, to be linked to. */
export function NewBot() {
  const { t } = useTranslation("bots")
  const { create, busyWith } = useCreateBot()
  return (
    <>
      <PageHeader
        trail={[{ label: t("title"), href: "/bots" }]}
        title={t("starters.question")}
        description={t("starters.description")}
      />
      <StarterGallery onChoose={create} busyWith={busyWith} />
    </>
  )
}
