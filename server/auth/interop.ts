/**
 * The default export of a CommonJS package.
 *
 * Node gives `module.exports`, whose `default` is the function; a bundler gives the function itself.
 */
export function interop<T extends object>(module: T): T {
  const inner: unknown = Reflect.get(module, "default")
  return isSameKind<T>(inner) ? inner : module
}

/** A function found under `default` is the one the package's types describe. */
function isSameKind<T>(inner: unknown): inner is T {
  return typeof inner === "function"
}
