import nodemailer from 'nodemailer'
import type { Settings } from '../data/settings.ts'

type Mail = { to: string; subject: string; text: string }

/** Sends a mail where a mail server is set. @returns whether it took the mail */
export async function sendMail(
  { JAMSIDES_SMTP, JAMSIDES_MAIL_FROM }: Settings,
  { to, subject, text }: Mail,
): Promise<boolean> {
  if (!JAMSIDES_SMTP || !JAMSIDES_MAIL_FROM) return false
  try {
    const server = nodemailer.createTransport({ url: JAMSIDES_SMTP, connectionTimeout: 10_000 })
    await server.sendMail({ from: JAMSIDES_MAIL_FROM, to: { name: '', address: to }, subject, text })
    return true
  } catch {
    return false
  }
}
