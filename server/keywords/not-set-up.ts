import type { ServerCommand } from "#basic/keywords/index.ts"
import { tellError } from "#catalog/errors.ts"
import { type Handler, handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

/**
 * Makes the handler of a command whose service has no adapter yet: nothing is sent, and the program
 * may catch an error that names the setting to fill in, for example "sms-provider".
 */
export const notSetUp = (definition: ServerCommand, setting: string): Handler =>
  handlerFor(definition, () => {
    throw serviceNotSetUp(definition.name, setting)
  })

/** The same error, for a handler that finds its setting empty. */
export function serviceNotSetUp(keyword: string, setting: string): EffectFailed {
  const code = "service.not_set_up"
  return new EffectFailed(code, tellError(code, { keyword, setting }).detail)
}
