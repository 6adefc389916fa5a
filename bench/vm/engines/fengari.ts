import { lauxlib, lua, lualib, to_luastring as luaText } from "fengari"
import type { Engine } from "../engine.ts"
import { readVersion } from "../read-version.ts"

/** Lua 5.3 written in JavaScript. */
export function createFengari(): Engine {
  const state = lauxlib.luaL_newstate()
  lualib.luaL_openlibs(state)
  const expectFine = (status: number) => {
    if (status !== 0) throw new Error(lua.lua_tojsstring(state, -1))
  }
  return {
    name: "fengari",
    version: readVersion("fengari"),
    prepare({ lua: body }, talker) {
      lua.lua_pushjsfunction(state, () => {
        lua.lua_pushstring(state, luaText(talker.hear()))
        return 1
      })
      lua.lua_setglobal(state, luaText("hear"))
      lua.lua_pushjsfunction(state, () => {
        talker.talk(lua.lua_tojsstring(state, -1))
        return 0
      })
      lua.lua_setglobal(state, luaText("talk"))
      expectFine(lauxlib.luaL_loadstring(state, luaText(body)))
      const main = lauxlib.luaL_ref(state, lua.LUA_REGISTRYINDEX)
      return () => {
        lua.lua_rawgeti(state, lua.LUA_REGISTRYINDEX, main)
        expectFine(lua.lua_pcall(state, 0, 1, 0))
        const value = lua.lua_tojsstring(state, -1)
        lua.lua_pop(state, 1)
        return value
      }
    },
  }
}
