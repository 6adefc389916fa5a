"use client"

import { UnstyledButton } from "@mantine/core"
import { spotlight } from "@mantine/spotlight"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { KeyHint } from "../ui/key-hint.tsx"
import { BellMenu } from "./bell-menu.tsx"
import { BrandMark } from "./brand.tsx"
import { LanguageMenu } from "./language-menu.tsx"
import { OrganizationSwitcher } from "./organization-switcher.tsx"
import { ProfileMenu } from "./profile-menu.tsx"
import { ThemeMenu } from "./theme-menu.tsx"
import styles from "./top-bar.module.css"

/** Search on one side, the person's own things on the other; on a phone the organization too. */
export function TopBar() {
  const { t } = useTranslation("shell")
  return (
    <header className={styles.bar}>
      <div className={styles.phone}>
        <Link href="/bots" aria-label={t("home")} className={styles.mark}>
          <BrandMark />
        </Link>
        <OrganizationSwitcher />
      </div>
      <UnstyledButton className={styles.search} onClick={spotlight.open}>
        <Icon name="search" size={16} />
        <span className={styles.searchWord}>{t("search")}</span>
        <KeyHint keys="mod+K" />
      </UnstyledButton>
      <div className={styles.tools}>
        <LanguageMenu />
        <ThemeMenu />
        <BellMenu />
        <ProfileMenu />
      </div>
    </header>
  )
}
