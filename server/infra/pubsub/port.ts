/** What travels: anything that JSON can hold. */
export type Message = unknown

/**
 * Tells every process something that happened just now. Nothing is kept: who does not listen misses it,
 * so a message is only ever a hint to look at the database.
 */
export interface PubSub {
  /** Resolves when the message is on its way; listeners hear it later, never inside this call. */
  publish(topic: string, message: Message): Promise<void>
  /** Hears a topic in the order of publishing. The function given back stops it. */
  subscribe(topic: string, hear: (message: Message) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
