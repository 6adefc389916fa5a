"use client"

import { useQuery, useQueryClient } from "@tanstack/react-query"
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react"
import type { Role } from "#catalog/permissions.ts"
import { chooseOrganization, useOrganizationId } from "../api/organization-choice.ts"
import { useTRPC } from "../api/trpc.ts"

export interface Organization {
  readonly id: string
  readonly name: string
  /** What the signed-in person is in it. */
  readonly role: Role
}
interface CurrentOrganization {
  readonly organization: Organization
  readonly organizations: readonly Organization[]
  readonly choose: (id: string) => void
}
const Context = createContext<CurrentOrganization | null>(null)

interface ProviderProps {
  /** Shown while organizations load. */
  placeholder: ReactNode
  /** Shown to a person who belongs to none. */
  whenNone: ReactNode
  whenFailed: (error: unknown, retry: () => void) => ReactNode
  children: ReactNode
}

/** Finds the organization one works for: the remembered one if still a member, else the first. */
export function CurrentOrganizationProvider(props: ProviderProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const remembered = useOrganizationId()
  const query = useQuery(trpc.account.me.queryOptions())
  const organizations = query.data?.orgs
  const organization = organizations?.find(({ id }) => id === remembered) ?? organizations?.[0]
  const chosenId = organization?.id

  useEffect(() => {
    if (chosenId && chosenId !== remembered) chooseOrganization(chosenId)
  }, [chosenId, remembered])

  const value = useMemo<CurrentOrganization | null>(() => {
    if (!organization || !organizations) return null
    const choose = (id: string) => {
      chooseOrganization(id)
      // Nothing that was loaded for the other organization may be seen in this one.
      queryClient.removeQueries({
        predicate: (found) => !isAboutPerson(found.queryKey),
      })
      queryClient.invalidateQueries()
    }
    return { organization, organizations, choose }
  }, [organization, organizations, queryClient])

  if (query.error) return props.whenFailed(query.error, () => query.refetch())
  if (organizations?.length === 0) return props.whenNone
  if (!value || chosenId !== remembered) return props.placeholder
  return <Context value={value}>{props.children}</Context>
}

/** Queries about the person stay when the organization changes. */
function isAboutPerson(queryKey: readonly unknown[]): boolean {
  const path = queryKey[0]
  return Array.isArray(path) && path[0] === "account"
}

export function useCurrentOrganization(): CurrentOrganization {
  const value = useContext(Context)
  if (!value) throw new Error("useCurrentOrganization needs its provider above it.")
  return value
}
