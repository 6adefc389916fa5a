import { getMail } from "#server/services/mails/get.ts"
import { listMails } from "#server/services/mails/list.ts"
import { orgQuery, router } from "./trpc.ts"

export const mailsRouter = router({
  list: orgQuery(listMails),
  get: orgQuery(getMail),
})
