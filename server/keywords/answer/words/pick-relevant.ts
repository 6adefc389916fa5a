import type { RecentMessage } from "#server/records/conversations/read-recent.ts"
import { stemsOf } from "./quote-passage.ts"

const mostPicked = 4
/** So much of a question's words must stand in a message for it to be told again. */
const leastShare = 0.34
/** Units: characters of one message. */
const maxChars = 300

/** Picks, of the messages a model is not told of, those that the question is about: the closest, in their order. */
export function pickRelevant(
  messages: readonly RecentMessage[],
  question: string,
): readonly RecentMessage[] {
  const wanted = stemsOf(question)
  if (wanted.size === 0) return []
  const shareOf = ({ text }: RecentMessage): number => {
    const own = stemsOf(text)
    return [...wanted].filter((stem) => own.has(stem)).length / wanted.size
  }
  const closest = messages
    .map((message) => ({ message, share: shareOf(message) }))
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, mostPicked)
    .map(({ message }) => message)
  return messages
    .filter((message) => closest.includes(message))
    .map((message) => ({ ...message, text: message.text.slice(0, maxChars) }))
}
