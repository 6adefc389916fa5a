"use client"

import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { useStore } from "zustand"
import type { PersonHere } from "#catalog/shared-flow/frames.ts"
import type { CommentThread } from "#server/services/comments/list.ts"
import { useTRPC } from "../../api/trpc.ts"
import type { BuilderStore, StepMark } from "../builder-store.ts"
import { colorOf, type PeopleStore } from "./people-store.ts"

/** The comments of a bot; loaded again when somebody in the flow says that they changed. */
export function useComments(botId: string, people: PeopleStore | null = null) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const comments = useQuery(trpc.comments.list.queryOptions({ botId }))
  useEffect(
    () =>
      people?.subscribe((state, before) => {
        if (state.commentsChanged !== before.commentsChanged)
          void queries.invalidateQueries({ queryKey: trpc.comments.list.queryKey({ botId }) })
      }),
    [people, queries, trpc, botId],
  )
  return comments
}

/** Keeps on steps and cards who else has them selected, and how much is said about them. */
export function useMarks(
  store: BuilderStore,
  people: PeopleStore,
  { botId, scriptId }: { botId: string; scriptId: string },
): void {
  const threads = useComments(botId, people).data
  const here = useStore(people, (state) => state.people)
  useEffect(() => {
    const marks = makeMarks(here, threads ?? [], scriptId)
    if (!isSame(marks, store.getState().marks)) store.setState({ marks })
  }, [here, threads, scriptId, store])
}

function makeMarks(
  people: readonly PersonHere[],
  threads: readonly CommentThread[],
  scriptId: string,
): Map<string, StepMark> {
  const marks = new Map<string, StepMark>()
  const at = (id: string) => marks.get(id) ?? { person: null, comments: 0, threadId: null }
  for (const { name, userId, presence } of people)
    for (const id of presence?.selection ?? [])
      marks.set(id, { ...at(id), person: { name, color: colorOf(userId) } })
  for (const { id, anchor, isResolved, comments, scriptId: of } of threads)
    if (anchor !== null && !isResolved && of === scriptId) {
      const mark = at(anchor)
      const count = mark.comments + comments.length
      marks.set(anchor, { ...mark, comments: count, threadId: mark.threadId ?? id })
    }
  return marks
}

const isSame = (a: ReadonlyMap<string, StepMark>, b: ReadonlyMap<string, StepMark>): boolean =>
  a.size === b.size && JSON.stringify([...a]) === JSON.stringify([...b])
