import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { placeFile } from '../../data/store/atomic.ts'
import type { Home } from '../../data/store/home.ts'
import { readArchive, UnsoundArchive } from '../backup/archive.ts'
import { storedFiles } from '../backup/contents.ts'
import { passphraseFrom } from '../backup/passphrase.ts'
import { unsealSecret, WrongPassphrase } from '../backup/sealed-secret.ts'
import { say } from '../language.ts'
import { noted } from '../noted.ts'
import { type BackupOptions, WORKSPACE } from './backup.ts'
import { type Context, type Outcome, Refusal } from './outcome.ts'
import { writing } from './writing.ts'

/**
 * Puts everything of a backup in place, and the secret where `FILE.secret` lies beside it. What was there is kept in the
 * folder `replaced`. The archive is read and held against its sums before anything is moved; a service that runs goes on
 * with what it has open, and takes what was restored as soon as `current` is switched, last of all.
 * @throws Refusal when the archive is not sound, or the passphrase is wrong
 */
export function restore(context: Context, file: string, options: BackupOptions): Promise<Outcome> {
  return writing(context, async () => {
    const { home, settings } = context
    if (settings.DATABASE_URL !== '') throw new Refusal(postgresApart())
    const secret = await secretBeside(file, options)
    const unpacked = join(home.unfinished, 'restore')
    rmSync(unpacked, { recursive: true, force: true })
    mkdirSync(unpacked, { recursive: true, mode: 0o700 })
    const sums = await readArchive(file, unpacked).catch((error) => {
      throw error instanceof UnsoundArchive ? new Refusal(unsound(file)) : error
    })
    const replaced = exchange(home, unpacked, Object.keys(sums))
    if (secret) placeFile(home.secret, secret, 0o600)
    await noted(home, settings, { action: 'home.restored', body: { files: Object.keys(sums).length } })
    return told(file, Object.keys(sums).length, replaced, secret !== null)
  })
}

async function secretBeside(file: string, { passphraseFile }: BackupOptions): Promise<Buffer | null> {
  if (!existsSync(`${file}.secret`)) return null
  try {
    return unsealSecret(readFileSync(`${file}.secret`, 'utf8'), await passphraseFrom(passphraseFile))
  } catch (error) {
    throw error instanceof WrongPassphrase ? new Refusal(wrongPassphrase(file)) : error
  }
}

/**
 * Moves away what is there, `current` first, and moves in what was unpacked, `current` last: cut off in between, nothing is
 * pointed out, and the same command again does all of it.
 */
function exchange(home: Home, unpacked: string, names: string[]): string | null {
  const aside = join(home.replaced, new Date().toISOString().replace(/[-:.]/g, ''))
  const there = storedFiles(home)
    .map(({ name }) => name)
    .toSorted((a, b) => Number(b === 'current') - Number(a === 'current'))
  const workspace = names.includes(WORKSPACE) ? workspaceFiles(home) : []
  for (const name of [...there, ...workspace]) move(join(home.root, name), join(aside, name))
  const inOrder = names.toSorted((a, b) => Number(a === 'current') - Number(b === 'current'))
  for (const name of inOrder) move(join(unpacked, name), join(home.root, name))
  return there.length + workspace.length > 0 ? aside : null
}

const workspaceFiles = (home: Home) => readdirSync(home.root).filter((name) => name.startsWith(WORKSPACE))

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

function told(file: string, files: number, replaced: string | null, hasSecret: boolean): Outcome {
  const lines = [
    say(`${files} filer är återlagda ur ${file}.`, `${files} files are put back from ${file}.`),
    ...(replaced
      ? [
          say(
            `Det som fanns ligger i ${replaced}. Ta bort det när allt är bra.`,
            `What was there lies in ${replaced}. Remove it when all is well.`,
          ),
        ]
      : []),
    hasSecret
      ? say('Hemligheten är återlagd.', 'The secret is put back.')
      : say(
          'Ingen hemlighet låg bredvid: lägg tillbaka den innan nästa utgåva byggs.',
          'No secret lay beside it: put it back before the next release is built.',
        ),
  ]
  return { exit: 0, lines, object: { ok: true, file, files, replaced, secret: hasSecret } }
}

const unsound = (file: string) =>
  say(
    `${file} är avbruten eller skadad. Ingenting är ändrat. Ta en annan säkerhetskopia.`,
    `${file} is cut off or damaged. Nothing has been changed. Take another backup.`,
  )
const wrongPassphrase = (file: string) =>
  say(
    `Lösenfrasen öppnar inte ${file}.secret. Ingenting är ändrat.`,
    `The passphrase does not open ${file}.secret. Nothing has been changed.`,
  )
const postgresApart = () =>
  say(
    'DATABASE_URL är satt: återlägg PostgreSQL med dess egna verktyg, och kör restore utan DATABASE_URL för resten.',
    'DATABASE_URL is set: restore PostgreSQL with its own tools, and run restore without DATABASE_URL for the rest.',
  )
