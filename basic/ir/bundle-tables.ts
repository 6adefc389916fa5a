import type { Bundle, EffectShape, FunctionInfo } from "./bundle.ts"
import type { Handling } from "./context.ts"
import type { DebugWriter } from "./debug.ts"
import { Emitter } from "./emitter.ts"

/** What all scripts of a bundle write into: one code, one table of everything the code names by number. */
export class BundleTables {
  readonly out = new Emitter()
  readonly handling: Handling = {
    messages: [],
    silence: null,
    silences: [],
    failures: [],
    statements: [],
  }
  readonly functions: FunctionInfo[] = []
  readonly variables: string[] = []
  readonly debug: DebugWriter
  private readonly builtins: string[] = []
  private readonly effects: EffectShape[] = []
  private readonly effectPlaces = new Map<string, number>()

  constructor(debug: DebugWriter) {
    this.debug = debug
  }

  builtin(definitionName: string): number {
    const known = this.builtins.indexOf(definitionName)
    return known >= 0 ? known : this.builtins.push(definitionName) - 1
  }

  effectIndex(shape: EffectShape): number {
    const key = `${shape.keyword}(${shape.operands.join()};${shape.lists.join()})`
    const known = this.effectPlaces.get(key)
    if (known !== undefined) return known
    this.effects.push(shape)
    this.effectPlaces.set(key, this.effects.length - 1)
    return this.effects.length - 1
  }

  toBundle(): Bundle {
    const { messages, silence, silences, failures, statements } = this.handling
    return {
      format: 1,
      code: this.out.code,
      constants: this.out.constants,
      functions: this.functions,
      variables: this.variables,
      builtins: this.builtins,
      effects: this.effects,
      handlers: {
        messages: messages.map(({ texts, target }) => ({ texts, target: target.at })),
        silence: silence && { seconds: silence.seconds, target: silence.target.at },
        failures: failures.map(({ start, end, target }) => ({ start, end, target: target.at })),
        statements,
        ...(silences.length > 0 && {
          silences: silences.map(({ seconds, target }) => ({ seconds, target: target.at })),
        }),
      },
      debug: this.debug.tables,
    }
  }
}
