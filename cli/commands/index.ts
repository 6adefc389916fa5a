/** The registry: every command, in the order of the help. */
import type { Command } from "../command.ts"
import { check } from "./check.ts"
import { dbBackupCommand } from "./db-backup.ts"
import { dbRestoreCommand } from "./db-restore.ts"
import { evalCommand } from "./eval.ts"
import { graph } from "./graph.ts"
import { ir } from "./ir.ts"
import { keywordsCommand } from "./keywords.ts"
import { knowledgeAddCommand } from "./knowledge-add.ts"
import { lawsCommand } from "./laws.ts"
import { lspCommand } from "./lsp.ts"
import { packageExportCommand } from "./package-export.ts"
import { packageImportCommand } from "./package-import.ts"
import { printCommand } from "./print.ts"
import { printGraph } from "./print-graph.ts"
import { pullCommand } from "./pull.ts"
import { pushCommand } from "./push.ts"
import { runScript } from "./run.ts"
import { testCommand } from "./test.ts"
import { userResetCommand } from "./user-reset.ts"

export const commands: readonly Command[] = [
  check,
  runScript,
  testCommand,
  evalCommand,
  lawsCommand,
  printCommand,
  graph,
  printGraph,
  ir,
  keywordsCommand,
  lspCommand,
  pushCommand,
  pullCommand,
  packageExportCommand,
  packageImportCommand,
  knowledgeAddCommand,
  userResetCommand,
  dbBackupCommand,
  dbRestoreCommand,
]
