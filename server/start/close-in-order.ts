/** Things to close, the last opened first. */
export interface Closing {
  add(close: () => Promise<unknown>): void
  /** Closes everything once; one that cannot be closed does not keep the others open. */
  close(): Promise<void>
}

/** Builds an empty list of things to close. */
export function closeInOrder(): Closing {
  const closers: (() => Promise<unknown>)[] = []
  let closed: Promise<void> | null = null
  const closeAll = async () => {
    const problems: unknown[] = []
    for (const close of closers.splice(0).reverse())
      await close().catch((error: unknown) => problems.push(error))
    if (problems.length > 0) throw new AggregateError(problems, "Not everything could be closed.")
  }
  return {
    add: (close) => void closers.push(close),
    close: () => {
      closed ??= closeAll()
      return closed
    },
  }
}
