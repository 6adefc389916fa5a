import { sendWhatsappTo } from "#basic/keywords/send-whatsapp-to.ts"
import { notSetUp } from "./not-set-up.ts"

export const sendWhatsappToHandler = notSetUp(sendWhatsappTo, "whatsapp-api-key")
