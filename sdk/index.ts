/** The published edge of the SDK. */
export { ApiError } from "./api-error.ts"
export { ChatClient, type ChatOptions } from "./chat/client.ts"
export type {
  ChatChoice,
  ChatContact,
  ChatInput,
  ChatMessage,
  ChatState,
  ChatStatus,
  ChatTicket,
  ChatWaiting,
  PendingMessage,
  TicketStore,
} from "./chat/types.ts"
export { acceptFor, maxUploadBytes } from "./chat/upload.ts"
export {
  type ConversationQuery,
  type Once,
  type SentFile,
  Workspace,
  type WorkspaceOptions,
} from "./workspace/client.ts"
export type * from "./workspace/types.ts"
