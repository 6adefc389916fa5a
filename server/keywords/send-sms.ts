import { sendSms } from "#basic/keywords/send-sms.ts"
import { notSetUp } from "./not-set-up.ts"

export const sendSmsHandler = notSetUp(sendSms, "sms-provider")
