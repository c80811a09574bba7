import { basename } from 'node:path'
import { say } from '../language.ts'
import { holdsContact } from './contact.ts'
import { holdsIdentity } from './identity.ts'
import { onOneLine } from './shown-text.ts'

/** Whether a file's name could point out a person. The date of an extract in it does not. */
export function namesPerson(path: string): boolean {
  const name = basename(path)
  return holdsIdentity(name) || holdsContact(name)
}

/** A file's name as it may be repeated, on one line: one that could point out a person is left out. */
export function shownName(path: string): string {
  return namesPerson(path) ? say('(filnamnet visas inte)', '(name not shown)') : onOneLine(basename(path))
}
