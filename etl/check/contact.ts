import { readably } from './digits.ts'

/** Whether a text holds an e-mail address, or is a Swedish telephone number. */
export function holdsContact(text: string): boolean {
  const readable = readably(text)
  if (/[^\s@]@[^\s@]+\.[^\s@]/.test(readable)) return true
  const digits = readable.replace(/[\s()./-]/g, '')
  return /^(?:(?:\+|00)?46|0)7[02369]\d{7}$/.test(digits)
}
