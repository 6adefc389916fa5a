"use client"

import { useMemo } from "react"
import { hasPermission } from "#catalog/permissions.ts"
import { useCurrentOrganization } from "./current-organization.tsx"
import { sections } from "./sections.ts"

/** The places this person may go to in the current organization. */
export function useSections() {
  const { organization } = useCurrentOrganization()
  return useMemo(
    () =>
      sections.filter(
        ({ permission }) =>
          permission === undefined || hasPermission(organization.role, permission),
      ),
    [organization.role],
  )
}
