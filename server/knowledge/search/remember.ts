/** Keeps what was made of the last things asked for, no more than `most`, by a key. What was asked last is forgotten last. */
export function remember<From, To>(
  most: number,
  keyOf: (from: From) => string,
  make: (from: From) => To,
): (from: From) => To {
  const known = new Map<string, To>()
  return (from) => {
    const key = keyOf(from)
    const made = known.get(key) ?? make(from)
    known.delete(key)
    known.set(key, made)
    if (known.size > most) known.delete(known.keys().next().value ?? "")
    return made
  }
}
