import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { placeFile, renameIntoPlace } from '../../data/store/atomic.ts'
import { backUp } from '../../data/workspace/backup.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { type Stored, type Sums, writeArchive } from '../backup/archive.ts'
import { storedFiles } from '../backup/contents.ts'
import { passphraseFrom } from '../backup/passphrase.ts'
import { sealSecret } from '../backup/sealed-secret.ts'
import { counted, say } from '../language.ts'
import { type Context, type Outcome, Refusal } from './outcome.ts'
import { writing } from './writing.ts'

export type BackupOptions = { passphraseFile?: string }

/** The workspace's name in an archive. */
export const WORKSPACE = 'workspace.sqlite'

/**
 * Writes everything stored into one archive, bit for bit, while the service goes on; the secret into a file of its own beside
 * it (`FILE.secret`), encrypted. The archive holds the client rows: it is to be kept as they are.
 * @throws Refusal when the file is there already
 */
export function backup(context: Context, file: string, options: BackupOptions): Promise<Outcome> {
  return writing(context, async () => {
    if (existsSync(file)) throw new Refusal(say(`${file} finns redan.`, `${file} exists already.`))
    const secret = await sealedSecret(context, options)
    const sums = await pack(context, file)
    if (secret) placeFile(`${file}.secret`, secret, 0o600)
    return told(file, sums, secret !== null)
  })
}

async function sealedSecret({ home }: Context, { passphraseFile }: BackupOptions): Promise<string | null> {
  if (!existsSync(home.secret)) return null
  return sealSecret(readFileSync(home.secret), await passphraseFrom(passphraseFile))
}

async function pack(context: Context, file: string): Promise<Sums> {
  const beside = `${file}.${process.pid}.new`
  const copy = await copyOfWorkspace(context)
  try {
    const sums = await writeArchive([...storedFiles(context.home), ...copy], createWriteStream(beside, { mode: 0o600 }))
    renameIntoPlace(beside, file)
    return sums
  } finally {
    rmSync(beside, { force: true })
    for (const { path } of copy) rmSync(path, { force: true })
  }
}

async function copyOfWorkspace({ home, settings }: Context): Promise<Stored[]> {
  if (settings.DATABASE_URL === '' && !existsSync(home.workspace)) return []
  mkdirSync(home.unfinished, { recursive: true, mode: 0o700 })
  const path = join(home.unfinished, WORKSPACE)
  const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
  try {
    await backUp(workspace, path)
    return [{ path, name: WORKSPACE }]
  } finally {
    await workspace.close()
  }
}

function told(file: string, sums: Sums, hasSecret: boolean): Outcome {
  const files = Object.keys(sums).length
  const lines = [
    say(`${file}: ${counted(files)} filer, bit för bit.`, `${file}: ${counted(files)} files, bit for bit.`),
    say(
      'Den innehåller klientrader: förvara den som journaler, aldrig i e-post.',
      'It holds client rows: keep it as you keep case files, never in e-mail.',
    ),
    ...(hasSecret
      ? [
          say(
            `${file}.secret: hemligheten, krypterad. Förvara den och lösenfrasen var för sig, skilda från säkerhetskopian.`,
            `${file}.secret: the secret, encrypted. Keep it and the passphrase apart from each other and from the backup.`,
          ),
        ]
      : []),
  ]
  return { exit: 0, lines, object: { ok: true, file, secret: hasSecret ? `${file}.secret` : null, files: sums } }
}
