"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

export interface Sorted {
  readonly text: string
  readonly expected: string | null
  readonly found: string | null
}
interface Part {
  readonly sorted: readonly Sorted[]
  readonly total: number
  readonly next: number | null
}
interface MeasurementState {
  readonly sorted: readonly Sorted[]
  readonly total: number
  readonly isRunning: boolean
}

const start: MeasurementState = { sorted: [], total: 0, isRunning: false }

/** Sorts a test set part by part, so that one sees how far it is. */
export function useMeasurement(botId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellError } = useToasts()
  const [state, setState] = useState(start)
  const sortFrom = (offset: number) => {
    const options = trpc.understanding.sort.queryOptions({ botId, offset })
    return queries.fetchQuery({ ...options, staleTime: 0 })
  }
  const measure = async () => {
    let sorted: readonly Sorted[] = []
    setState({ ...start, isRunning: true })
    try {
      for (let offset: number | null = 0; offset !== null; ) {
        const part: Part = await sortFrom(offset)
        sorted = [...sorted, ...part.sorted]
        offset = part.next
        setState({ sorted, total: part.total, isRunning: offset !== null })
      }
    } catch (error) {
      setState(start)
      tellError(error)
    }
  }
  return { state, measure }
}
