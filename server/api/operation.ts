import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi"
import type { Context } from "hono"
import type { Permission } from "#catalog/permissions.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ApiEnv } from "./gates.ts"

/** One operation of the API: its description, and the permission it stands under. */
export type Operation = RouteConfig & {
  readonly operationId: string
  readonly "x-permission": Permission
  /** Methods that reach the same handler, at addresses that take them. */
  readonly "x-more-methods"?: readonly string[]
}

const methodsOf = ({ method, "x-more-methods": more = [] }: Operation): string[] => [
  method.toUpperCase(),
  ...more,
]

/**
 * Offers an operation: its description goes into the OpenAPI document, its handler to the address.
 *
 * The input is parsed by the verb it is for, so that every surface refuses the same in the same words.
 */
export function addOperation(
  app: OpenAPIHono<ApiEnv>,
  operation: Operation,
  handle: (c: Context<ApiEnv>) => Promise<Response>,
): void {
  app.openAPIRegistry.registerPath(operation)
  app.on(methodsOf(operation), toRoute(operation.path), handle)
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

/** Answers 405 at addresses that exist but do not take the method. Call it before the gates. */
export function refuseOtherMethods(
  app: OpenAPIHono<ApiEnv>,
  operations: readonly Operation[],
): void {
  for (const [path, group] of Map.groupBy(operations, (operation) => operation.path)) {
    const allowed = group.flatMap(methodsOf)
    const refused = methods.filter((method) => !allowed.includes(method))
    app.on(refused, toRoute(path), (c) => {
      c.header("Allow", allowed.join(", "))
      const shown = c.req.path.slice(0, 200)
      throw new AppError("request.method_refused", { method: c.req.method, path: shown })
    })
  }
}

/** `/bots/{bot}` as Hono writes it; the endpoint of a webhook may have slashes in it. */
function toRoute(path: string): string {
  return path.replace("{endpoint}", ":endpoint{.+}").replace(/(^|\/)\{(\w+)\}/g, "$1:$2")
}
