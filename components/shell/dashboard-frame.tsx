"use client"

import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { FirstOrganization } from "../organization/first-organization.tsx"
import { CommandPalette } from "./command-palette.tsx"
import { CurrentOrganizationProvider } from "./current-organization.tsx"
import styles from "./dashboard-frame.module.css"
import { FrameSkeleton } from "./frame-skeleton.tsx"
import { MobileBar } from "./mobile-bar.tsx"
import { Sidebar } from "./sidebar.tsx"
import { TopBar } from "./top-bar.tsx"

/** The frame around every page of the dashboard. */
export function DashboardFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation("shell")
  return (
    <CurrentOrganizationProvider
      placeholder={<FrameSkeleton />}
      whenNone={<FirstOrganization />}
      whenFailed={(error, retry) => <QueryError error={error} onRetry={retry} />}
    >
      <a href="#content" className={styles.skip}>
        {t("skipToContent")}
      </a>
      <div className={styles.frame}>
        <aside className={styles.side}>
          <Sidebar />
        </aside>
        <TopBar />
        <main id="content" className={styles.content} tabIndex={-1}>
          {children}
        </main>
      </div>
      <MobileBar />
      <CommandPalette />
    </CurrentOrganizationProvider>
  )
}
