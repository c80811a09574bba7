import type { Response } from 'express'
import { Problem } from '../../problem.ts'

/** @param wait milliseconds. @throws Problem `too-many-requests` that says when to come back */
export function refuseTooSoon(wait: number, response: Response): void {
  if (wait <= 0) return
  const seconds = Math.ceil(wait / 1000)
  response.set('Retry-After', String(seconds))
  throw new Problem('too-many-requests', {
    sv: `Inloggningen misslyckades för många gånger. Vänta ${seconds} sekunder och försök igen.`,
    en: `Signing in failed too many times. Wait ${seconds} seconds and try again.`,
  })
}
