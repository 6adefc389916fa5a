"use client"

import { useSyncExternalStore } from "react"

const storageKey = "bw-organization"
const listeners = new Set<() => void>()
let current: string | null = null
let isRead = false

/** The organization that requests are made for; null before one was chosen in this browser. */
export function readOrganizationId(): string | null {
  if (!isRead && typeof window !== "undefined") {
    isRead = true
    try {
      current = window.localStorage.getItem(storageKey)
    } catch {
      // Storage can be refused (private windows); the choice then lasts as long as the page.
    }
  }
  return current
}

/** Remembers the organization for this browser; membership is proven by the server on each request. */
export function chooseOrganization(id: string | null): void {
  isRead = true
  current = id
  try {
    if (id === null) window.localStorage.removeItem(storageKey)
    else window.localStorage.setItem(storageKey, id)
  } catch {
    // See above.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useOrganizationId(): string | null {
  return useSyncExternalStore(subscribe, readOrganizationId, () => null)
}
