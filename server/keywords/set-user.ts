import { setUser } from "#basic/keywords/set-user.ts"
import { handlerFor } from "./handler.ts"

/** It says of whom the script speaks, and nothing more: memory and rights stay those of the person who talks. */
export const setUserHandler = handlerFor(setUser, ({ user = "" }, step) => {
  step.writeSession("user_id", user)
})
