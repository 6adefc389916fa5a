/** The part of fengari that is used: the C interface of Lua, in JavaScript. It brings no types of its own. */
declare module "fengari" {
  interface LuaState {
    readonly isLuaState: true
  }
  export function to_luastring(text: string): Uint8Array
  export const lauxlib: {
    luaL_newstate(): LuaState
    luaL_loadstring(state: LuaState, text: Uint8Array): number
    luaL_ref(state: LuaState, table: number): number
  }
  export const lualib: { luaL_openlibs(state: LuaState): void }
  export const lua: {
    readonly LUA_REGISTRYINDEX: number
    lua_pushjsfunction(state: LuaState, call: () => number): void
    lua_pushstring(state: LuaState, text: Uint8Array): void
    lua_setglobal(state: LuaState, name: Uint8Array): void
    lua_rawgeti(state: LuaState, table: number, index: number): void
    lua_pcall(state: LuaState, args: number, results: number, handler: number): number
    lua_tojsstring(state: LuaState, index: number): string
    lua_pop(state: LuaState, count: number): void
  }
}
