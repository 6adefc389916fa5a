import { makeQrCode } from "#basic/keywords/qr-code.ts"
import { runDocument, storeFile } from "./files/content.ts"
import { randomWord } from "./files/fetch-file.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const makeQrCodeHandler = handlerFor(
  makeQrCode,
  async ({ data = "", size = 256, path }, step) => {
    const target = path === undefined ? `qr/${randomWord(step)}.png` : readPath(path, "QR CODE")
    const given = { text: data, size: Math.round(size) }
    const make = () => runDocument(step, "make-qr", given)
    return (await storeFile(step, { path: target, make })).path
  },
)
