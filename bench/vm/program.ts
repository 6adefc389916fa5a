/** One program written three times, so that each engine does the same work in the way its language is written. */
export interface BenchProgram {
  readonly name: string
  readonly does: string
  /** For our machine: variables of the script, as authors write them. */
  readonly basic: string
  /** The body of a function, with local variables: the fastest natural form in QuickJS. */
  readonly javascript: string
  /** The body of a function, with local variables. */
  readonly lua: string
}

/** Who talks to a program: `hear` and `talk` in JavaScript and Lua, HEAR and TALK in BASIC. */
export interface Talker {
  hear(): string
  talk(text: string): void
}
