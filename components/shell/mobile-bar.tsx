"use client"

import { Menu, UnstyledButton } from "@mantine/core"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./mobile-bar.module.css"
import { useSections } from "./use-sections.ts"

/** As many as a narrow phone shows whole, with words under the icons. */
const maxPlaces = 5

/** The same places at the lower edge of a phone, within reach of the thumb. */
export function MobileBar() {
  const { t } = useTranslation("shell")
  const path = usePathname()
  const places = useSections()
  const shown = places.length > maxPlaces ? places.slice(0, maxPlaces - 1) : places
  const rest = places.slice(shown.length)
  return (
    <nav aria-label={t("nav.label")} className={styles.bar}>
      {shown.map((section) => (
        <Link
          key={section.href}
          href={section.href}
          className={styles.link}
          aria-current={path.startsWith(section.href) ? "page" : undefined}
        >
          <Icon name={section.icon} size={20} />
          <span>{t(section.labelKey)}</span>
        </Link>
      ))}
      {rest.length > 0 && <MorePlaces places={rest} path={path} />}
    </nav>
  )
}

/** The places there is no room for. */
function MorePlaces({ places, path }: { places: ReturnType<typeof useSections>; path: string }) {
  const { t } = useTranslation("shell")
  const isHere = places.some(({ href }) => path.startsWith(href))
  return (
    <Menu position="top-end" width={220}>
      <Menu.Target>
        <UnstyledButton className={styles.link} aria-current={isHere ? "true" : undefined}>
          <Icon name="dots" size={20} />
          <span>{t("nav.more")}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map((section) => (
          <Menu.Item
            key={section.href}
            component={Link}
            href={section.href}
            leftSection={<Icon name={section.icon} size={16} />}
            aria-current={path.startsWith(section.href) ? "page" : undefined}
          >
            {t(section.labelKey)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
