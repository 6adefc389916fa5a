/** Other services over HTTP: the commands of this family, in the order of the manual. */
import { clearHeaders } from "../clear-headers.ts"
import { deleteUrl } from "../delete.ts"
import { getUrl } from "../get.ts"
import { patchUrl } from "../patch.ts"
import { postUrl } from "../post.ts"
import { putUrl } from "../put.ts"
import { setHeader } from "../set-header.ts"

export const httpCommands = [
  getUrl,
  postUrl,
  putUrl,
  patchUrl,
  deleteUrl,
  setHeader,
  clearHeaders,
] as const
