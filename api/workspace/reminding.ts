import { catalogue } from '../../data/catalogue/index.ts'
import type { Settings } from '../../data/settings.ts'
import {
  claimReminder,
  giveBackReminder,
  type Reminder,
  reminded,
  remindersDue,
} from '../../data/workspace/reminders.ts'
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
    if (await workspace.write((transaction) => claimReminder(transaction, reminder, today)))
      taken += await send(workspace, settings, reminder, today)
  }
  return taken
}

/** Sends what is this process's to send. @returns how many mails were taken; where none was, it is left to be tried again */
async function send(workspace: Workspace, settings: Settings, reminder: Reminder, today: string): Promise<number> {
  const sent = await Promise.all(reminder.to.map((to) => sendMail(settings, { to, ...wordsOf(reminder, settings) })))
  const count = sent.filter(Boolean).length
  await workspace.write((transaction) =>
    count > 0 ? reminded(transaction, reminder) : giveBackReminder(transaction, reminder, today),
  )
  return count
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
