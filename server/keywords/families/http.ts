import type { httpCommands } from "#basic/keywords/families/http.ts"
import { clearHeadersHandler } from "../clear-headers.ts"
import { deleteHandler } from "../delete.ts"
import { getHandler } from "../get.ts"
import type { HandlersOf } from "../handler.ts"
import { patchHandler } from "../patch.ts"
import { postHandler } from "../post.ts"
import { putHandler } from "../put.ts"
import { setHeaderHandler } from "../set-header.ts"

/** What the server does for this family of commands. */
export const httpHandlers = {
  GET: getHandler,
  POST: postHandler,
  PUT: putHandler,
  PATCH: patchHandler,
  DELETE: deleteHandler,
  "SET HEADER": setHeaderHandler,
  "CLEAR HEADERS": clearHeadersHandler,
} satisfies HandlersOf<typeof httpCommands>
