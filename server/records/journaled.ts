import type { Json } from "#basic/vm/value.ts"

/**
 * A value as the journal gives it back: what JSON keeps of it. Where a part of it would be lost on the way there
 * is nothing to read.
 */
export type Journaled<T> = T extends Json
  ? T
  : T extends Date | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | ArrayBufferView
    ? never
    : T extends (...args: never[]) => unknown
      ? never
      : T extends object
        ? { [Key in keyof T]: Journaled<T[Key]> }
        : never
