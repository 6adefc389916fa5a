/** Where backups of the embedded database lie in a data directory. */
export const backupsFolder = "backups"
/** So many are kept, whoever wrote them. */
export const keptBackups = 7
