"use client"

import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client"
import { createTRPCContext } from "@trpc/tanstack-react-query"
import type { AppRouter } from "#server/trpc/router.ts"
import { readOrganizationId } from "./organization-choice.ts"

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

/** The client of the dashboard. Every call names the organization it is meant for. */
export function createApiClient(): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: "/api/trpc",
        maxURLLength: 8000,
        headers: () => {
          const organization = readOrganizationId()
          return organization ? { "x-botwright-org": organization } : {}
        },
      }),
    ],
  })
}
