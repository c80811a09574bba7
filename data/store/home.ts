import { join } from 'node:path'

/** Where everything stored lies below one folder (JAMSIDES_HOME). */
export type Home = {
  root: string
  /** Indicator values as they were loaded, with their history. Only the ETL opens it. */
  figures: string
  /** Client rows of ASI and UBU. Only the ETL opens it. */
  vault: string
  /** Accounts, receipts, analysis sessions, audit log; not used where DATABASE_URL names a PostgreSQL. */
  workspace: string
  /** Copies of the workspace, made before each migration and when asked for. */
  backups: string
  /** The 32 random bytes behind the cell keys. */
  secret: string
  /** Immutable releases: <id>.duckdb with its manifest <id>.json. */
  releases: string
  /** A copy of each release's manifest. */
  manifests: string
  /** A small file that holds the id of the release being served. */
  current: string
  /** Held open by the one ETL process that is writing. */
  lock: string
  /** Unfinished work of the ETL; emptied at its next start. */
  unfinished: string
  /** Both stores as they were before work that writes to both; gone when it is done. */
  before: string
  /** Files that were handed in and are not decided yet, each in a folder named for its upload. */
  uploads: string
  /** How workbooks were read, by their shape, for the next of the same. */
  workbookMappings: string
  /** Held open by the one process that checks and publishes what was handed in. */
  handIn: string
  /** What was found damaged and put aside by `mend`. */
  damaged: string
  /** What a restored backup took the place of. */
  replaced: string
  /** What has not come whole yet from another machine. */
  fetched: string
}

/** The paths of a home folder. Creates nothing. */
export function homeAt(root: string): Home {
  return {
    root,
    figures: join(root, 'figures.duckdb'),
    vault: join(root, 'vault.duckdb'),
    workspace: join(root, 'workspace.sqlite'),
    backups: join(root, 'backups'),
    secret: join(root, 'secret'),
    releases: join(root, 'releases'),
    manifests: join(root, 'manifests'),
    current: join(root, 'current'),
    lock: join(root, 'lock.duckdb'),
    unfinished: join(root, 'unfinished'),
    before: join(root, 'before'),
    uploads: join(root, 'uploads'),
    workbookMappings: join(root, 'workbook-mappings.json'),
    handIn: join(root, 'hand-in.duckdb'),
    damaged: join(root, 'damaged'),
    replaced: join(root, 'replaced'),
    fetched: join(root, 'fetched'),
  }
}
