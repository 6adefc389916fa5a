import type { fileCommands } from "#basic/keywords/families/file.ts"
import { attachFileHandler } from "../attachment.ts"
import { compressFilesHandler } from "../compress.ts"
import { copyFileHandler } from "../copy.ts"
import { createFileHandler } from "../create-file.ts"
import { deleteFileHandler } from "../delete-file.ts"
import { deleteUserDriveHandler } from "../delete-user-drive.ts"
import { listFolderHandler } from "../dir.ts"
import { downloadFileHandler } from "../download.ts"
import { extractFilesHandler } from "../extract.ts"
import { generateCodeHandler } from "../generate-code.ts"
import { generatePdfHandler } from "../generate-pdf.ts"
import { generateSecureLinkHandler } from "../generate-secure-link.ts"
import type { HandlersOf } from "../handler.ts"
import { listFilesHandler } from "../list.ts"
import { listUserDriveHandler } from "../list-user-drive.ts"
import { mergePdfFilesHandler } from "../merge-pdf.ts"
import { moveFileHandler } from "../move.ts"
import { pausePlayingHandler } from "../pause.ts"
import { playFileHandler } from "../play.ts"
import { makeQrCodeHandler } from "../qr-code.ts"
import { readFileHandler } from "../read.ts"
import { readUserDriveHandler } from "../read-user-drive.ts"
import { resumePlayingHandler } from "../resume.ts"
import { saveDocumentHandler } from "../save-document.ts"
import { saveUserDriveHandler } from "../save-user-drive.ts"
import { sendFileHandler } from "../send-file.ts"
import { sendFileToHandler } from "../send-file-to.ts"
import { stopPlayingHandler } from "../stop.ts"
import { talkFileHandler } from "../talk-file.ts"
import { talkImageHandler } from "../talk-image.ts"
import { uploadFileHandler } from "../upload.ts"
import { writeFileHandler } from "../write.ts"

/** What the server does for this family of commands. */
export const fileHandlers = {
  READ: readFileHandler,
  WRITE: writeFileHandler,
  COPY: copyFileHandler,
  MOVE: moveFileHandler,
  "DELETE FILE": deleteFileHandler,
  LIST: listFilesHandler,
  DIR: listFolderHandler,
  UPLOAD: uploadFileHandler,
  DOWNLOAD: downloadFileHandler,
  COMPRESS: compressFilesHandler,
  EXTRACT: extractFilesHandler,
  "GENERATE PDF": generatePdfHandler,
  "MERGE PDF": mergePdfFilesHandler,
  ATTACHMENT: attachFileHandler,
  "GENERATE SECURE LINK": generateSecureLinkHandler,
  "CREATE FILE": createFileHandler,
  "SAVE DOCUMENT": saveDocumentHandler,
  "READ USER DRIVE": readUserDriveHandler,
  "SAVE USER DRIVE": saveUserDriveHandler,
  "LIST USER DRIVE": listUserDriveHandler,
  "DELETE USER DRIVE": deleteUserDriveHandler,
  "GENERATE CODE": generateCodeHandler,
  "QR CODE": makeQrCodeHandler,
  "SEND FILE": sendFileHandler,
  "SEND FILE TO": sendFileToHandler,
  "TALK IMAGE": talkImageHandler,
  "TALK FILE": talkFileHandler,
  PLAY: playFileHandler,
  STOP: stopPlayingHandler,
  PAUSE: pausePlayingHandler,
  RESUME: resumePlayingHandler,
} satisfies HandlersOf<typeof fileCommands>
