import { createStore, type StoreApi } from "zustand/vanilla"
import type { BuilderStore } from "../builder-store.ts"

/** The panel of comments of the bot that is open. */
export interface CommentsState {
  readonly isOpen: boolean
  readonly threadId: string | null
}

export const commentsStore: StoreApi<CommentsState> = createStore<CommentsState>()(() => ({
  isOpen: false,
  threadId: null,
}))

/** Opens the panel; with a conversation, at it. */
export function openComments(threadId: string | null = null): void {
  commentsStore.setState({ isOpen: true, threadId })
}

/** Opens the panel at the first open conversation about a step or a card. */
export function openCommentsOf(store: BuilderStore, id: string): void {
  openComments(store.getState().marks.get(id)?.threadId ?? null)
}
