import { z } from 'zod'
import { hashPassword, isGuessable, PASSWORD_LENGTH, TooManyAtOnce } from '../../../data/workspace/password.ts'
import { invalidBody, Problem } from '../../problem.ts'

const { min, max } = PASSWORD_LENGTH

/** A password to be: long enough; that it cannot be guessed is looked at with the name beside it. */
export const NewPassword = z.string().min(min, 'password').max(max, 'password')

/** What is stored of a new password. @throws Problem for one that somebody would guess */
export async function hashed(password: string, own: readonly (string | null)[]): Promise<string> {
  if (
    isGuessable(
      password,
      own.filter((text) => text !== null),
    )
  )
    throw guessable
  return busyAsProblem(hashPassword(password))
}

/** @throws Problem `too-many-requests` where too many passwords are being looked at */
export async function busyAsProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof TooManyAtOnce ? busy : error
  }
}

const guessable = invalidBody([
  {
    path: 'password',
    message: {
      sv: 'Lösenordet är lätt att gissa. Ta några ord som bara du sätter ihop, utan namn eller adress.',
      en: 'The password is easy to guess. Take a few words that only you put together, without name or address.',
    },
  },
])

const busy = new Problem('too-many-requests', {
  sv: 'Många loggar in just nu. Försök igen om några sekunder.',
  en: 'Many are signing in just now. Try again in a few seconds.',
})
