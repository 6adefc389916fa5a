import type { Bundle } from "../ir/bundle.ts"
import { PretendConversation } from "./conversation.ts"
import type { PreviewOptions } from "./preview-options.ts"
import type { Preview } from "./preview-shapes.ts"

/**
 * Opens a conversation with a compiled program, in the editor's test chat, the command line or a test.
 * It is synchronous and the same every time; errors of the program become events.
 */
export const openPreview = (bundle: Bundle, options: PreviewOptions = {}): Preview =>
  new PretendConversation(bundle, options)
