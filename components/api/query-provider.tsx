"use client"

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { readErrorFacts } from "./describe-error.ts"
import { createApiClient, TRPCProvider } from "./trpc.ts"

/** This browser's session is over. */
const signedOutCode = "auth.signed_out"
/** Trying again helps only when the server was not reached or said so itself. */
const passingCodes = new Set(["network", "server.stopping", "server.unavailable"])

function goToSignIn(error: unknown) {
  const isSignedOut = readErrorFacts(error).code === signedOutCode
  const here = window.location.pathname + window.location.search
  if (isSignedOut && !here.startsWith("/sign-in"))
    window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: goToSignIn }),
    mutationCache: new MutationCache({ onError: goToSignIn }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        retry: (count, error) => count < 2 && passingCodes.has(readErrorFacts(error).code ?? ""),
      },
    },
  })
}

export function QueryProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  const [apiClient] = useState(createApiClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={apiClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
