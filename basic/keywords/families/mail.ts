/** Mail and messages to others: the commands of this family, in the order of the manual. */
import { broadcastMessage } from "../broadcast.ts"
import { createDraft } from "../create-draft.ts"
import { createTemplate } from "../create-template.ts"
import { getTemplate } from "../get-template.ts"
import { showTemplates } from "../list-templates.ts"
import { mailBlock } from "../mail.ts"
import { publish } from "../publish.ts"
import { sendInstagramTo } from "../send-instagram-to.ts"
import { sendMailTo } from "../send-mail.ts"
import { sendMediaTo } from "../send-media-to.ts"
import { sendMessage } from "../send-message.ts"
import { sendSms } from "../send-sms.ts"
import { sendFilledTemplate } from "../send-template.ts"
import { sendTemplateTo } from "../send-template-to.ts"
import { sendToSession } from "../send-to-session.ts"
import { sendWhatsappTo } from "../send-whatsapp-to.ts"
import { talkTo } from "../talk-to.ts"

export const mailCommands = [
  sendMailTo,
  mailBlock,
  createDraft,
  sendSms,
  sendFilledTemplate,
  sendTemplateTo,
  createTemplate,
  getTemplate,
  showTemplates,
  broadcastMessage,
  publish,
  talkTo,
  sendToSession,
  sendMessage,
  sendWhatsappTo,
  sendInstagramTo,
  sendMediaTo,
] as const
