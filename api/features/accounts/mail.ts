import type { Settings } from '../../../data/settings.ts'
import { sendMail } from '../../mail.ts'

const WORDS = {
  invitation: {
    subject: 'Inbjudan till Jämsides / Invitation to Jämsides',
    text: 'Välj ditt lösenord här; länken gäller en gång, i en vecka. / Choose your password here; the link works once, for a week.',
  },
  reset: {
    subject: 'Nytt lösenord i Jämsides / New password in Jämsides',
    text: 'Välj ett nytt lösenord här; länken gäller en gång, i fyra timmar. / Choose a new password here; the link works once, for four hours.',
  },
}

/** Sends a one-time link where a mail server is set. @returns whether it took the mail; the link is shown all the same */
export function mailLink(settings: Settings, to: string, kind: keyof typeof WORDS, link: string): Promise<boolean> {
  const { subject, text } = WORDS[kind]
  return sendMail(settings, { to, subject, text: `${text}\n\n${link}\n` })
}
