import { pseudonymWith } from './pseudonym.ts'

/** What becomes of a column before anything is sent: `leave` stays on the computer. */
export const WAYS = ['leave', 'keep', 'pseudonym', 'month', 'age'] as const
export type Way = (typeof WAYS)[number]

/** An age group's code, `18-24` or `65+`. */
type AgeGroups = readonly string[]

const HEADINGS: Partial<Record<Way, string>> = { pseudonym: 'pseudo_id', month: 'manad', age: 'aldersgrupp' }
const UNREADABLE = 'X'

/** A file as it may be sent: rows with their heading, and how many had a date or an age that could not be read. */
export type Reduced = { rows: string[][]; unreadable: number }

/**
 * Makes a file over so that nothing in it points out a person: pseudonyms for numbers, months for dates, groups for ages,
 * and only the columns that were chosen. Runs in the browser; nothing leaves it.
 */
export async function reduced(
  [header = [], ...rows]: string[][],
  ways: readonly Way[],
  key: string,
  ageGroups: AgeGroups,
): Promise<Reduced> {
  const pseudonym = ways.includes('pseudonym') ? await pseudonymWith(key) : null
  const kept = ways.flatMap((way, index) => (way === 'leave' ? [] : [{ way, index }]))
  const heading = kept.map(({ way, index }) => HEADINGS[way] ?? header[index] ?? '')
  let unreadable = 0
  const made = await Promise.all(
    rows.map(async (row) => {
      const cells = await Promise.all(
        kept.map(({ way, index }) => {
          const cell = (row[index] ?? '').trim()
          if (way === 'pseudonym') return cell === '' ? '' : pseudonym!(cell)
          if (way === 'month') return monthOf(cell)
          return way === 'age' ? ageGroupOf(cell, ageGroups) : cell
        }),
      )
      const isUnread = kept.some(({ way }, at) => (way === 'month' || way === 'age') && cells[at] === UNREADABLE)
      if (isUnread) unreadable += 1
      return cells
    }),
  )
  return { rows: [heading, ...made], unreadable }
}

/** `2023-03-05`, `20230305`, `5/3/2023` and `2023-03` as `2023-03`. */
export function monthOf(text: string): string {
  if (text === '') return ''
  const yearFirst = /^(\d{4})[-/. ]?(\d{2})(?:[-/. ]?\d{2})?(?:[T ].*)?$/.exec(text)
  if (yearFirst) return monthIn(yearFirst[1] as string, yearFirst[2] as string)
  const yearLast = /^\d{1,2}[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  return yearLast ? monthIn(yearLast[2] as string, yearLast[1] as string) : UNREADABLE
}

const monthIn = (year: string, month: string): string =>
  Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : UNREADABLE

/** `37` as `35-44`. */
export function ageGroupOf(text: string, groups: AgeGroups): string {
  if (text === '') return ''
  const age = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  const found = groups.find((group) => {
    const [from, to] = group.replace('+', '-999').split('-').map(Number)
    return age >= (from ?? 0) && age <= (to ?? 0)
  })
  return found ?? UNREADABLE
}

/** What a column most likely must be made into, by its name; whatever could point out a person stays where it is. */
export function likelyWay(heading: string): Way {
  const name = heading.trim().toLowerCase()
  if (/personn|persnr|pnr|ssn|samordningsn/.test(name)) return 'pseudonym'
  if (/född|fodd|födelse|fodelse|birth/.test(name)) return 'leave'
  if (/datum|date/.test(name)) return 'month'
  if (/^(ålder|alder|age)/.test(name)) return 'age'
  return PERSONAL.test(name) ? 'leave' : 'keep'
}

const PERSONAL =
  /namn|name|adress|address|telefon|phone|mobil|e-?post|mail|handläggare|handlaggare|sekreterare|kommentar|anteckning|fritext|notering|ärende|arende|akt|diarie|dnr|postn|postort/
