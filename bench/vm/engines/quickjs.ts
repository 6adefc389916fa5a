import { getQuickJS } from "quickjs-emscripten"
import type { Engine } from "../engine.ts"
import type { Talker } from "../program.ts"
import { readVersion } from "../read-version.ts"

/** QuickJS compiled to WebAssembly: the release build, without an interrupt handler. */
export async function createQuickJs(): Promise<Engine> {
  const engine = await getQuickJS()
  return {
    name: "quickjs",
    version: readVersion("quickjs-emscripten"),
    prepare({ javascript }, talker) {
      const context = engine.newContext()
      offerTalker(context, talker)
      const main = context.unwrapResult(context.evalCode(`(function () {${javascript}})`))
      return () => {
        const result = context.unwrapResult(context.callFunction(main, context.undefined))
        const value: unknown = context.dump(result)
        result.dispose()
        return value
      }
    },
  }
}

type Context = ReturnType<Awaited<ReturnType<typeof getQuickJS>>["newContext"]>

function offerTalker(context: Context, talker: Talker) {
  const hear = context.newFunction("hear", () => context.newString(talker.hear()))
  const talk = context.newFunction("talk", (text) => talker.talk(context.getString(text)))
  context.setProp(context.global, "hear", hear)
  context.setProp(context.global, "talk", talk)
}
