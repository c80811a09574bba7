import { catalogue } from '../../data/catalogue/index.ts'
import type { Settings } from '../../data/settings.ts'
import { type Reminder, reminded, remindersDue } from '../../data/workspace/reminders.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'
import { canMail, sendMail } from '../mail.ts'

/**
 * Reminds by mail, where a mail server is set, of what is due within two weeks or late and has not been handed in; once before
 * and once after the day. @returns how many mails were taken
 */
export async function remind(workspace: Workspace, settings: Settings, now = new Date()): Promise<number> {
  if (!canMail(settings)) return 0
  const today = now.toISOString().slice(0, 10)
  let taken = 0
  for (const reminder of await remindersDue(workspace.read, today)) {
    const sent = await Promise.all(reminder.to.map((to) => sendMail(settings, { to, ...wordsOf(reminder, settings) })))
    const count = sent.filter(Boolean).length
    if (count > 0) await workspace.write((transaction) => reminded(transaction, reminder, today))
    taken += count
  }
  return taken
}

const SOURCES = {
  asi: { sv: 'ASI', en: 'ASI' },
  ubu: { sv: 'UBU', en: 'UBU' },
  indicators: { sv: 'egna indikatorer', en: 'local indicators' },
  oj: { sv: 'Öppna jämförelser', en: 'Öppna jämförelser' },
}

function wordsOf({ municipality, source, year, due }: Reminder, { JAMSIDES_ADDRESS }: Settings) {
  const name = catalogue().municipalityByCode.get(municipality)?.name ?? municipality
  const { sv, en } = SOURCES[source]
  const at = JAMSIDES_ADDRESS ? `\n\n${new URL('/?view=lamna-in', JAMSIDES_ADDRESS).href}` : ''
  return {
    subject: `Att lämna in: ${sv} ${year}, ${name} / To hand in: ${en} ${year}, ${name}`,
    text: `${sv} för ${year} väntas från ${name} senast ${due} och har inte lämnats in än. / ${en} for ${year} is expected of ${name} by ${due} and has not been handed in yet.${at}\n`,
  }
}
