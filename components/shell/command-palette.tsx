"use client"

import { useMantineColorScheme } from "@mantine/core"
import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight"
import { useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { Icon } from "../ui/icon.tsx"
import { colorSchemes } from "./color-schemes.ts"
import styles from "./command-palette.module.css"
import { useSections } from "./use-sections.ts"

/** Everything one can go to or change, by typing a few letters of it. */
export function CommandPalette() {
  const { t } = useTranslation("shell")
  const groups = [useBotActions(), usePlaceActions(), useThemeActions()]
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      nothingFound={t("palette.nothing")}
      highlightQuery
      scrollable
      maxHeight={400}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      attributes={{ content: { "aria-label": t("palette.label") } }}
      classNames={{ actionsGroup: styles.group, content: styles.content }}
      shortcut={["mod + K"]}
      searchProps={{
        leftSection: <Icon name="search" />,
        placeholder: t("palette.placeholder"),
        "aria-label": t("palette.placeholder"),
      }}
    />
  )
}

function usePlaceActions(): SpotlightActionGroupData {
  const { t } = useTranslation("shell")
  const router = useRouter()
  const places = useSections()
  return {
    group: t("palette.goTo"),
    actions: places.map(({ href, icon, labelKey }) => ({
      id: href,
      label: t(labelKey),
      leftSection: <Icon name={icon} />,
      onClick: () => router.push(href),
    })),
  }
}

function useBotActions(): SpotlightActionGroupData {
  const { t } = useTranslation("shell")
  const router = useRouter()
  const trpc = useTRPC()
  const { data: bots = [] } = useQuery(trpc.bots.list.queryOptions())
  return {
    group: t("nav.bots"),
    actions: bots.map(({ id, name }) => ({
      id,
      label: name,
      leftSection: <Icon name="robot" />,
      onClick: () => router.push(`/bots/${id}`),
    })),
  }
}

function useThemeActions(): SpotlightActionGroupData {
  const { t } = useTranslation("shell")
  const { setColorScheme } = useMantineColorScheme()
  return {
    group: t("theme"),
    actions: colorSchemes.map(({ value, icon }) => ({
      id: `theme-${value}`,
      label: t(`theme.${value}`),
      keywords: [t("theme")],
      leftSection: <Icon name={icon} />,
      onClick: () => setColorScheme(value),
    })),
  }
}
