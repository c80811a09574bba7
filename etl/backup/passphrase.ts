import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { ToldError } from '../../data/told-error.ts'
import { say } from '../language.ts'

const SHORTEST = 12

/** The passphrase is too short to be of use, or was not given. */
class PassphraseError extends ToldError {
  override name = 'PassphraseError'
}

/**
 * The passphrase out of the first line of a file, or asked for on a terminal. Never taken from the command line, where others see it.
 * @throws PassphraseError when there is none, or it has fewer than twelve characters
 */
export async function passphraseFrom(file: string | undefined): Promise<string> {
  const text = file === undefined ? await asked() : readFileSync(file, 'utf8')
  const passphrase = text.split(/\r?\n/)[0]!.trim()
  if (passphrase.length >= SHORTEST) return passphrase
  throw new PassphraseError(
    say(
      `Lösenfrasen ska ha minst ${SHORTEST} tecken. Ange den med --passphrase-file FIL.`,
      `The passphrase has to be at least ${SHORTEST} characters. Give it with --passphrase-file FILE.`,
    ),
  )
}

async function asked(): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(say('Lösenfras för hemligheten: ', 'Passphrase of the secret: '))
  } finally {
    terminal.close()
  }
}
