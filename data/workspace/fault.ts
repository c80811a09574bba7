/** The workspace cannot be opened or used; the message says why and what to do, in both languages. */
export class WorkspaceFault extends Error {
  override name = 'WorkspaceFault'
  readonly sv: string
  readonly en: string

  constructor(sv: string, en: string) {
    super(`${sv} / ${en}`)
    this.sv = sv
    this.en = en
  }
}

type Words = [RegExp, string, string]

/** What an engine says, and what we make of it. */
const KNOWN: Words[] = [
  [
    /disk is full|no space left|ENOSPC/i,
    'Disken är full: arbetsytan kan inte skrivas. Frigör plats.',
    'The disk is full: the workspace cannot be written. Free some space.',
  ],
  [
    /locking protocol|IOERR_SHM|disk I\/O error|SQLITE_IOERR/i,
    'Arbetsytan kan inte låsas där den ligger. Lägg JAMSIDES_HOME på en lokal disk, inte på en nätverksdisk.',
    'The workspace cannot be locked where it lies. Put JAMSIDES_HOME on a local disk, not on a network share.',
  ],
  [
    /malformed|not a database|file is encrypted/i,
    'Arbetsytans fil är skadad. Återställ den senaste kopian ur mappen backups.',
    'The file of the workspace is damaged. Restore the latest copy from the folder backups.',
  ],
  [
    /readonly database|unable to open|EACCES|EPERM|EROFS|EISDIR/i,
    'Arbetsytan får inte skrivas: kontrollera rättigheterna till JAMSIDES_HOME.',
    'The workspace cannot be written: check the permissions of JAMSIDES_HOME.',
  ],
  [
    /database is locked|SQLITE_BUSY/i,
    'Arbetsytan är upptagen av en annan process. Försök igen.',
    'The workspace is in use by another process. Try again.',
  ],
  [
    /ECONNREFUSED|ENOTFOUND|ECONNRESET|ETIMEDOUT|EAI_AGAIN|57P01|connection terminated/i,
    'Databasen i DATABASE_URL svarar inte. Kontrollera adressen och att den är igång.',
    'The database of DATABASE_URL does not answer. Check the address and that it is running.',
  ],
  [
    /password authentication|role .* does not exist|database .* does not exist|permission denied for/i,
    'Databasen i DATABASE_URL släpper inte in oss. Kontrollera namn, lösenord och rättigheter.',
    'The database of DATABASE_URL does not let us in. Check name, password and permissions.',
  ],
]

/** The error of an engine, which has a code, as a fault in words; every other error stays as it is. */
export function faultOf(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (typeof code !== 'string') return error
  const known = KNOWN.find(([words]) => words.test(`${code} ${message}`))
  return known ? new WorkspaceFault(known[1], known[2]) : error
}
