/** Files and documents: the commands of this family, in the order of the manual. */
import { attachFile } from "../attachment.ts"
import { compressFiles } from "../compress.ts"
import { copyFile } from "../copy.ts"
import { createFile } from "../create-file.ts"
import { deleteFile } from "../delete-file.ts"
import { deleteUserDrive } from "../delete-user-drive.ts"
import { listFolder } from "../dir.ts"
import { downloadFile } from "../download.ts"
import { extractFiles } from "../extract.ts"
import { generateCode } from "../generate-code.ts"
import { generatePdf } from "../generate-pdf.ts"
import { generateSecureLink } from "../generate-secure-link.ts"
import { listFiles } from "../list.ts"
import { listUserDrive } from "../list-user-drive.ts"
import { mergePdfFiles } from "../merge-pdf.ts"
import { moveFile } from "../move.ts"
import { pausePlaying } from "../pause.ts"
import { playFile } from "../play.ts"
import { makeQrCode } from "../qr-code.ts"
import { readFile } from "../read.ts"
import { readUserDrive } from "../read-user-drive.ts"
import { resumePlaying } from "../resume.ts"
import { saveDocument } from "../save-document.ts"
import { saveUserDrive } from "../save-user-drive.ts"
import { sendFile } from "../send-file.ts"
import { sendFileTo } from "../send-file-to.ts"
import { stopPlaying } from "../stop.ts"
import { talkFile } from "../talk-file.ts"
import { talkImage } from "../talk-image.ts"
import { uploadFile } from "../upload.ts"
import { writeFile } from "../write.ts"

export const fileCommands = [
  readFile,
  writeFile,
  copyFile,
  moveFile,
  deleteFile,
  listFiles,
  listFolder,
  uploadFile,
  downloadFile,
  compressFiles,
  extractFiles,
  generatePdf,
  mergePdfFiles,
  attachFile,
  generateSecureLink,
  createFile,
  saveDocument,
  readUserDrive,
  saveUserDrive,
  listUserDrive,
  deleteUserDrive,
  generateCode,
  makeQrCode,
  sendFile,
  sendFileTo,
  talkImage,
  talkFile,
  playFile,
  stopPlaying,
  pausePlaying,
  resumePlaying,
] as const
