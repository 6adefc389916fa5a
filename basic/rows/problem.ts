import type { Facts } from "../diagnostics/entry.ts"

/** A command about tables that cannot be done: a code of `basic/diagnostics` and its facts. The script may take it. */
export class TableProblem {
  readonly code: `basic.${string}` | "service.not_set_up"
  readonly facts: Facts
  constructor(code: TableProblem["code"], facts: Facts = {}) {
    this.code = code
    this.facts = facts
  }
}

export const refuseTable = (code: TableProblem["code"], facts: Facts = {}): never => {
  throw new TableProblem(code, facts)
}
