import type { mailCommands } from "#basic/keywords/families/mail.ts"
import { broadcastMessageHandler } from "../broadcast.ts"
import { createDraftHandler } from "../create-draft.ts"
import { createTemplateHandler } from "../create-template.ts"
import { getTemplateHandler } from "../get-template.ts"
import type { HandlersOf } from "../handler.ts"
import { showTemplatesHandler } from "../list-templates.ts"
import { mailBlockHandler } from "../mail.ts"
import { publishHandler } from "../publish.ts"
import { sendInstagramToHandler } from "../send-instagram-to.ts"
import { sendMailToHandler } from "../send-mail.ts"
import { sendMediaToHandler } from "../send-media-to.ts"
import { sendMessageHandler } from "../send-message.ts"
import { sendSmsHandler } from "../send-sms.ts"
import { sendFilledTemplateHandler } from "../send-template.ts"
import { sendTemplateToHandler } from "../send-template-to.ts"
import { sendToSessionHandler } from "../send-to-session.ts"
import { sendWhatsappToHandler } from "../send-whatsapp-to.ts"
import { talkToHandler } from "../talk-to.ts"

/** What the server does for this family of commands. */
export const mailHandlers = {
  "SEND MAIL": sendMailToHandler,
  MAIL: mailBlockHandler,
  "CREATE DRAFT": createDraftHandler,
  "SEND SMS": sendSmsHandler,
  "SEND TEMPLATE": sendFilledTemplateHandler,
  "SEND TEMPLATE TO": sendTemplateToHandler,
  "CREATE TEMPLATE": createTemplateHandler,
  "GET TEMPLATE": getTemplateHandler,
  "LIST TEMPLATES": showTemplatesHandler,
  BROADCAST: broadcastMessageHandler,
  PUBLISH: publishHandler,
  "TALK TO": talkToHandler,
  "SEND TO SESSION": sendToSessionHandler,
  "SEND MESSAGE": sendMessageHandler,
  "SEND WHATSAPP TO": sendWhatsappToHandler,
  "SEND INSTAGRAM TO": sendInstagramToHandler,
  "SEND MEDIA TO": sendMediaToHandler,
} satisfies HandlersOf<typeof mailCommands>
