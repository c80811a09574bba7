import type { Settings } from '../data/settings.ts'

type Mail = { to: string; subject: string; text: string }

/** Whether a mail server is set, and who mails come from. */
export const canMail = ({ JAMSIDES_SMTP, JAMSIDES_MAIL_FROM }: Settings): boolean =>
  Boolean(JAMSIDES_SMTP && JAMSIDES_MAIL_FROM)

/** Sends a mail where that can be done. @returns whether the server took it */
export async function sendMail(settings: Settings, { to, subject, text }: Mail): Promise<boolean> {
  if (!canMail(settings)) return false
  const { JAMSIDES_SMTP, JAMSIDES_MAIL_FROM } = settings
  try {
    const { default: nodemailer } = await import('nodemailer')
    const server = nodemailer.createTransport({ url: JAMSIDES_SMTP, connectionTimeout: 10_000 })
    await server.sendMail({ from: JAMSIDES_MAIL_FROM, to: { name: '', address: to }, subject, text })
    return true
  } catch {
    return false
  }
}
