/**
 * The form in which names of scripts are compared: without case, `.bas`, `./` and blanks around.
 * `Tools\Add.BAS` and `tools/add` are one script.
 */
export const normalizeScriptName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll("\\", "/")
    .replace(/^(\.?\/)+/, "")
    .replace(/\.bas$/, "")

/** The file name without its folders. */
const lastPart = (normal: string): string => normal.slice(normal.lastIndexOf("/") + 1)

/** Finds scripts by the names that calls give them. */
export class ScriptNames {
  private readonly places = new Map<string, number>()
  /** File names that two scripts in different folders have mean neither. */
  private readonly byFile = new Map<string, number | null>()

  constructor(names: readonly string[]) {
    names.map(normalizeScriptName).forEach((name, index) => {
      if (!this.places.has(name)) this.places.set(name, index)
      const file = lastPart(name)
      this.byFile.set(file, this.byFile.has(file) ? null : index)
    })
  }

  /** The place of a script; null when there is none, or several have that file name. */
  find(name: string): number | null {
    const normal = normalizeScriptName(name)
    return this.places.get(normal) ?? this.byFile.get(normal) ?? null
  }

  /** The spellings of each script, in lower case, for names that are only known when the program runs. */
  *spellings(): Generator<{ readonly text: string; readonly index: number }> {
    for (const [name, index] of this.places) {
      yield { text: name, index }
      yield { text: `${name}.bas`, index }
    }
    for (const [file, index] of this.byFile) {
      if (index === null || this.places.has(file)) continue
      yield { text: file, index }
      yield { text: `${file}.bas`, index }
    }
  }
}
