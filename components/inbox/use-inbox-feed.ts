"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useTRPC } from "../api/trpc.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"

/** How soon a window that lost its connection tries again: longer each time. Units: ms. */
const firstPauseMs = 1_000
const longestPauseMs = 30_000

/**
 * Asks for the inbox again whenever the server says that something changed. True while it listens: then
 * nobody needs to ask by the clock.
 */
export function useInboxFeed(): boolean {
  const { organization } = useCurrentOrganization()
  const queryClient = useQueryClient()
  const trpc = useTRPC()
  const [isLive, setLive] = useState(false)
  const inboxKey = trpc.inbox.pathKey()
  const keyText = JSON.stringify(inboxKey)
  useEffect(() => {
    let pauseMs = firstPauseMs
    let timer: ReturnType<typeof setTimeout> | undefined
    let socket: WebSocket | undefined
    const lookAgain = () => queryClient.invalidateQueries({ queryKey: JSON.parse(keyText) })
    const connect = () => {
      socket = new WebSocket(addressOf(organization.id))
      socket.onmessage = () => {
        pauseMs = firstPauseMs
        setLive(true)
        void lookAgain()
      }
      socket.onclose = () => {
        setLive(false)
        timer = setTimeout(connect, pauseMs)
        pauseMs = Math.min(longestPauseMs, pauseMs * 2)
      }
    }
    connect()
    return () => {
      clearTimeout(timer)
      if (socket) socket.onclose = null
      socket?.close()
      setLive(false)
    }
  }, [organization.id, queryClient, keyText])
  return isLive
}

function addressOf(orgId: string): string {
  const address = new URL("/ws/inbox", window.location.href)
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:"
  address.searchParams.set("org", orgId)
  return address.href
}
