import { drawingName, isDrawing } from "../../files/drawing.ts"
import { pathOfValue } from "../../files/file-value.ts"
import { fillValue } from "../../files/fill-template.ts"
import { cleanFolder, cleanPath, extensionOf, joinPath, nameOf } from "../../files/path.ts"
import { isRows, nameCells, printCsvRows, readCsvRows, toCells } from "../../files/table-text.ts"
import { fromJson, toJson, toText } from "../../vm/json.ts"
import type { Effect } from "../../vm/outcome.ts"
import { type Json, ListValue } from "../../vm/value.ts"
import { type PretendDrive, pathOfAddress } from "../drive.ts"
import { operandJson, operandText, operandValue } from "../operands.ts"
import {
  done,
  failed,
  type Pretended,
  type PretendHandler,
  type PretendHandlers,
} from "../pretended.ts"
import type { PretendWorld } from "../world.ts"

type Operands = Effect["operands"]

const refuse = (path: string): Pretended =>
  failed("file.path_refused", `${JSON.stringify(path)} is not a path of this drive.`)
const missing = (path: string): Pretended =>
  failed("file.not_found", `There is no file ${JSON.stringify(path)}.`)

const givenText = (operands: Operands, name: string): string =>
  pathOfValue(operandJson(operands, name)) ?? ""

/** Does something with the path of an operand; a path that may not be is an error, as for a published bot. */
const withPath =
  (
    name: string,
    act: (path: string, operands: Operands, world: PretendWorld) => Pretended,
  ): PretendHandler =>
  (operands, world) => {
    const given = givenText(operands, name)
    const path = isAddress(given) ? pathOfAddress(given) : cleanPath(given)
    return path === null ? refuse(given) : act(path, operands, world)
  }

/** The same for what is sent or attached: a picture that CHART gave is a file as well. */
const withFile =
  (
    name: string,
    act: (path: string, operands: Operands, world: PretendWorld) => Pretended,
  ): PretendHandler =>
  (operands, world, effect) =>
    isDrawing(givenText(operands, name))
      ? act(drawingName, operands, world)
      : withPath(name, act)(operands, world, effect)

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text.trim())

/** A file nobody wrote in this preview may be there for the published bot: its text is pretended. */
const textAt = (drive: PretendDrive, path: string): string =>
  drive.readText(path) ?? `(the text of ${nameOf(path)})`

const readFrom =
  (choose: (world: PretendWorld) => PretendDrive) =>
  (path: string, operands: Operands, world: PretendWorld): Pretended => {
    const drive = choose(world)
    const shape = operandText(operands, "shape")
    const text = textAt(drive, path)
    const rows = drive.readRows(path)
    if (shape === "TABLE")
      return done(`${path} was read.`, fromJson(rows ?? (drive.has(path) ? readCsvRows(text) : [])))
    if (shape === "LINES") {
      const lines = text.split(/\r\n|\n|\r/)
      return done(
        `${path} was read.`,
        new ListValue(lines.at(-1) === "" ? lines.slice(0, -1) : lines),
      )
    }
    return done(`${path} was read.`, text)
  }

const writeTo =
  (choose: (world: PretendWorld) => PretendDrive) =>
  (path: string, operands: Operands, world: PretendWorld): Pretended => {
    const drive = choose(world)
    const content = operandValue(operands, "content")
    const shape = operandText(operands, "shape")
    const isAppended = operandText(operands, "mode") === "APPEND" && drive.has(path)
    const isTable = shape === "TABLE" || (/^(csv|xlsx)$/.test(extensionOf(path)) && isRows(content))
    const before = isAppended ? (drive.readText(path) ?? "") : ""
    const rows = isTable && !isAppended ? nameCells(toCells(toJson(content))) : null
    const text = isTable
      ? printCsvRows(toJson(content)).replace(isAppended ? /^[^\n]*\n/ : /^$/, "")
      : content instanceof ListValue && shape === "LINES"
        ? content.items.map((item) => `${toText(item)}\n`).join("")
        : toText(content)
    drive.write(path, before + text, world.nowMs, rows)
    return done(`${path} was written.`, fromJson(written(drive, path)))
  }

const written = (drive: PretendDrive, path: string): { [key: string]: Json } => ({
  path,
  name: nameOf(path),
  size: drive.readText(path)?.length ?? 0,
  success: true,
})

const listIn =
  (choose: (world: PretendWorld) => PretendDrive): PretendHandler =>
  (operands, world) => {
    const given = givenText(operands, "folder")
    const folder = cleanFolder(given)
    if (folder === null) return refuse(given)
    const pattern =
      operandValue(operands, "pattern") === null ? null : operandText(operands, "pattern")
    const paths = choose(world).list(
      folder,
      pattern,
      operandText(operands, "depth") === "RECURSIVE",
    )
    const files = paths.map((path) => choose(world).describe(path))
    return done(`${files.length} files are in ${folder || "the drive"}.`, fromJson(files))
  }

const deleteFrom =
  (choose: (world: PretendWorld) => PretendDrive) =>
  (path: string, _operands: Operands, world: PretendWorld): Pretended =>
    choose(world).delete(path) === 0 ? missing(path) : done(`${path} was deleted.`, true)

const transfer =
  (isMove: boolean): PretendHandler =>
  (operands, world) => {
    const [source, destination] = [
      givenText(operands, "source"),
      givenText(operands, "destination"),
    ]
    const [from, to] = [cleanPath(source), cleanPath(destination)]
    if (from === null) return refuse(source)
    if (to === null) return refuse(destination)
    if (world.drive.copy(from, to, world.nowMs) === 0) return missing(from)
    if (isMove && from !== to) world.drive.delete(from)
    const value = { source: from, destination: to, size: world.drive.readText(to)?.length ?? 0 }
    return done(`${from} is now ${isMove ? "" : "also "}${to}.`, fromJson(value))
  }

/** Writes something that is no text, such as a PDF, and gives what the published command gives. */
const make =
  (what: string, textOf: (operands: Operands, world: PretendWorld) => string) =>
  (path: string, operands: Operands, world: PretendWorld): Pretended => {
    world.drive.write(path, textOf(operands, world), world.nowMs)
    const value = { ...world.drive.describe(path), localName: path }
    return done(`${what} ${path} was pretended.`, fromJson(value))
  }

const upload: PretendHandler = (operands, world) => {
  const given = givenText(operands, "file")
  const from = isAddress(given) ? pathOfAddress(given) : cleanPath(given)
  if (from === null) return refuse(given)
  const called = operandText(operands, "name") || nameOf(from)
  const place =
    operandText(operands, "path") || joinPath(operandText(operands, "folder") || "uploads", called)
  const to = cleanPath(place)
  if (to === null) return refuse(place)
  world.drive.write(to, textAt(world.drive, from), world.nowMs)
  return done(
    `${from} was kept as ${to}.`,
    fromJson({ ...written(world.drive, to), filename: nameOf(to) }),
  )
}

const download = withPath("file", (path, operands, world) => {
  const value = world.drive.describe(operandText(operands, "path") || path)
  if (operandText(operands, "name") === "LINK")
    return done(`The address of ${path}.`, String(value.url))
  return done(`${path} was not fetched; a pretended file was given.`, fromJson(value))
})

const pathsIn = (operands: Operands, name: string): string[] => {
  const json = operandJson(operands, name)
  return (Array.isArray(json) ? json : [json]).map((each) => pathOfValue(each) ?? "")
}

const compress = withPath("path", (path, operands, world) => {
  const paths = pathsIn(operands, "files").flatMap((each) =>
    world.drive.pathsAt(cleanPath(each) ?? each),
  )
  const entries = Object.fromEntries(paths.map((each) => [each, world.drive.readText(each) ?? ""]))
  world.drive.write(path, JSON.stringify(entries), world.nowMs)
  const value = { path, filename: nameOf(path), size: paths.length, file_count: paths.length }
  return done(`${paths.length} files were packed into ${path}.`, fromJson(value))
})

const extract = withPath("path", (path, operands, world) => {
  const folder = cleanFolder(givenText(operands, "folder")) ?? ""
  const entries = readEntries(world.drive.readText(path) ?? "{}")
  const files = Object.entries(entries).map(([name, text]) => {
    const target = joinPath(folder, name)
    world.drive.write(target, String(text), world.nowMs)
    return target
  })
  const value = { destination: folder, file_count: files.length, files }
  return done(`${files.length} files were unpacked.`, fromJson(value))
})

/** An archive of the preview is what COMPRESS wrote; any other holds nothing. */
const readEntries = (text: string): { [name: string]: Json } => {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === "object" ? (value as { [name: string]: Json }) : {}
  } catch {
    return {}
  }
}

const fill: PretendHandler = (operands, world) => {
  const [first, second] = [operandJson(operands, "first"), operandJson(operands, "second")]
  const isSwapped = second !== null && typeof first !== "string"
  const template = isSwapped ? second : first
  const values = isSwapped ? first : (second ?? {})
  const path =
    typeof template === "string" && extensionOf(template) !== "" ? cleanPath(template) : null
  const source =
    path === null || String(template).includes("{{") ? template : textAt(world.drive, path)
  const filled = Array.isArray(values)
    ? values.map((each) => fillValue(source, each))
    : fillValue(source, values)
  const out =
    operandValue(operands, "path") === null ? null : cleanPath(givenText(operands, "path"))
  if (out === null) return done("A template was filled.", fromJson(filled))
  const text = typeof filled === "string" ? filled : JSON.stringify(filled)
  world.drive.write(out, text, world.nowMs)
  return done(
    `A template was filled into ${out}.`,
    fromJson({ ...written(world.drive, out), content: text }),
  )
}

const send = (operand: string) =>
  withFile(operand, (path, operands) => {
    const caption = operandText(operands, "caption")
    return done(`The file ${nameOf(path)} was sent${caption === "" ? "" : `: ${caption}`}.`)
  })

const code: PretendHandler = (operands, world) => {
  const length = Math.min(20, Math.max(1, Math.floor(Number(operandText(operands, "length")) || 6)))
  const digits = Array.from({ length }, (_, index) => (index * 7 + 4 + (world.nowMs % 3)) % 10)
  return done(`A code of ${length} digits was made.`, digits.join(""))
}

const bot = (world: PretendWorld): PretendDrive => world.drive
const user = (world: PretendWorld): PretendDrive => world.userDrive

/** How this family of commands behaves in a preview. */
export const filePretend: PretendHandlers = {
  READ: withPath("path", readFrom(bot)),
  WRITE: withPath("path", writeTo(bot)),
  COPY: transfer(false),
  MOVE: transfer(true),
  "DELETE FILE": withPath("path", deleteFrom(bot)),
  LIST: listIn(bot),
  DIR: listIn(bot),
  UPLOAD: upload,
  DOWNLOAD: download,
  COMPRESS: compress,
  EXTRACT: extract,
  "GENERATE PDF": withPath(
    "path",
    make("The PDF", (operands) => operandText(operands, "template")),
  ),
  "MERGE PDF": withPath(
    "path",
    make("The PDF", () => ""),
  ),
  ATTACHMENT: withFile("file", (path, _operands, world) =>
    done(`${path} is an attachment.`, fromJson(world.drive.describe(path))),
  ),
  "GENERATE SECURE LINK": withPath("path", (path, _operands, world) =>
    done(`An address of ${path} was made.`, String(world.drive.describe(path).url)),
  ),
  "CREATE FILE": withPath("path", writeTo(bot)),
  "SAVE DOCUMENT": withPath("path", writeTo(bot)),
  "READ USER DRIVE": withPath("path", readFrom(user)),
  "SAVE USER DRIVE": withPath("path", writeTo(user)),
  "LIST USER DRIVE": listIn(user),
  "DELETE USER DRIVE": withPath("path", deleteFrom(user)),
  "GENERATE CODE": code,
  FILL: fill,
  "QR CODE": (operands, world) => {
    const given = operandText(operands, "path")
    const path = given === "" ? "qr/code.png" : cleanPath(given)
    if (path === null) return refuse(given)
    world.drive.write(path, operandText(operands, "data"), world.nowMs)
    return done(`The QR code ${path} was drawn.`, path)
  },
  "SEND FILE": send("file"),
  "SEND FILE TO": send("file"),
  "TALK IMAGE": send("file"),
  "TALK FILE": send("file"),
  PLAY: send("file"),
  STOP: () => done("What plays is stopped."),
  PAUSE: () => done("What plays is halted."),
  RESUME: () => done("What was halted plays on."),
}
