import { LuaFactory } from "wasmoon"
import type { Engine } from "../engine.ts"
import { readVersion } from "../read-version.ts"

/** Lua 5.4 compiled to WebAssembly. */
export async function createWasmoon(): Promise<Engine> {
  let prepared = 0
  const lua = await new LuaFactory().createEngine()
  return {
    name: "wasmoon",
    version: readVersion("wasmoon"),
    prepare({ lua: body }, talker) {
      const name = `main${++prepared}`
      lua.global.set("hear", () => talker.hear())
      lua.global.set("talk", (text: string) => talker.talk(text))
      lua.doStringSync(`${name} = function () ${body} end`)
      return () => lua.global.call(name)[0]
    },
  }
}
