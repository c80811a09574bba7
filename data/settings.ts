import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearest } from './model/nearest.ts'
import { ToldError } from './told-error.ts'

type Kind = 'text' | 'integer' | 'path' | 'yes-no'
type Row = { name: string; kind: Kind; fallback: string; min?: number; max?: number; help: string; isSecret?: true }

const PROJECT = fileURLToPath(new URL('..', import.meta.url))

/** Every setting of the program: one row each, printed by `npm run etl -- status --settings`. */
export const SETTINGS = [
  { name: 'JAMSIDES_HOME', kind: 'path', fallback: 'data/local', help: 'Folder of everything stored.' },
  {
    name: 'PORT',
    kind: 'integer',
    fallback: '3000',
    min: 0,
    max: 65535,
    help: 'Port of the API and the dashboards; 0 takes a free one.',
  },
  {
    name: 'DATABASE_URL',
    kind: 'text',
    fallback: '',
    isSecret: true,
    help: 'PostgreSQL that holds accounts, receipts, sessions and the audit log; without it a SQLite file in the home does.',
  },
  {
    name: 'JAMSIDES_PROCESSES',
    kind: 'integer',
    fallback: '1',
    min: 1,
    max: 64,
    help: 'API processes that npm start runs, on one port and one release; each takes its own memory.',
  },
  { name: 'HOST', kind: 'text', fallback: '127.0.0.1', help: 'Address that the API listens on.' },
  {
    name: 'JAMSIDES_ADDRESS',
    kind: 'text',
    fallback: '',
    help: 'Address that people use, such as https://jamsides.example.se, where a proxy stands in front. With https, cookies are bound to it.',
  },
  {
    name: 'JAMSIDES_TRUSTED_HOPS',
    kind: 'integer',
    fallback: '0',
    min: 0,
    max: 10,
    help: 'Proxies in front whose X-Forwarded-For is believed.',
  },
  {
    name: 'JAMSIDES_PUBLISH_FOLLOWUP',
    kind: 'yes-no',
    fallback: 'no',
    help: 'yes: protected figures of ASI and UBU are open to everyone, without signing in. Those of an invented sample always are.',
  },
  {
    name: 'JAMSIDES_OIDC_FILE',
    kind: 'text',
    fallback: '',
    help: 'JSON file with the OpenID Connect providers that people may sign in with; api/access/openid/README.md says what it holds.',
  },
  {
    name: 'JAMSIDES_SMTP',
    kind: 'text',
    fallback: '',
    isSecret: true,
    help: 'Mail server, such as smtps://name:password@mail.example.se; without it links are shown to hand over, and nothing is mailed.',
  },
  { name: 'JAMSIDES_MAIL_FROM', kind: 'text', fallback: '', help: 'Sender of mails.' },
  {
    name: 'JAMSIDES_AUDIT_DAYS',
    kind: 'integer',
    fallback: '730',
    min: 30,
    max: 10_000,
    help: 'Days after which the particulars of an audit line are erased; that it happened stays.',
  },
  {
    name: 'JAMSIDES_IDLE_MINUTES',
    kind: 'integer',
    fallback: '120',
    min: 1,
    max: 10_000,
    help: 'Minutes without use after which a sign-in ends.',
  },
  {
    name: 'JAMSIDES_SIGN_IN_HOURS',
    kind: 'integer',
    fallback: '12',
    min: 1,
    max: 1000,
    help: 'Hours after which a sign-in ends, used or not.',
  },
  {
    name: 'JAMSIDES_QUERY_SECONDS',
    kind: 'integer',
    fallback: '10',
    min: 1,
    max: 600,
    help: 'Longest time one question to the database may take.',
  },
  {
    name: 'JAMSIDES_QUERY_CONCURRENCY',
    kind: 'integer',
    fallback: '4',
    min: 1,
    max: 64,
    help: 'Questions to the database at the same time.',
  },
  {
    name: 'JAMSIDES_THREADS',
    kind: 'integer',
    fallback: '2',
    min: 1,
    max: 64,
    help: 'Threads of each API process that write large files and reckon what takes long, while the rest goes on.',
  },
  {
    name: 'JAMSIDES_LONG_SECONDS',
    kind: 'integer',
    fallback: '60',
    min: 1,
    max: 3600,
    help: 'Longest time that one of these threads may take for one answer.',
  },
  {
    name: 'JAMSIDES_REQUESTS_PER_MINUTE',
    kind: 'integer',
    fallback: '60000',
    min: 1,
    max: 1_000_000,
    help: 'Requests a minute from one address before the API answers 429.',
  },
  {
    name: 'JAMSIDES_MEMORY_MB',
    kind: 'integer',
    fallback: '900',
    min: 128,
    max: 1_000_000,
    help: 'Memory that each DuckDB may use before it spills to disk.',
  },
  {
    name: 'JAMSIDES_API_MEMORY_MB',
    kind: 'integer',
    fallback: '96',
    min: 32,
    max: 1_000_000,
    help: 'Memory that the API lets DuckDB use for a release.',
  },
  {
    name: 'JAMSIDES_ANSWERS_MB',
    kind: 'integer',
    fallback: '64',
    min: 0,
    max: 1_000_000,
    help: 'Finished answers that the API keeps for those who ask the same.',
  },
  {
    name: 'JAMSIDES_KEEP_MONTHS',
    kind: 'integer',
    fallback: '24',
    min: 1,
    max: 1200,
    help: 'Months that a release is kept; longer where it is served, was served before that, or a session reads from it.',
  },
  {
    name: 'JAMSIDES_MAX_FILE_MB',
    kind: 'integer',
    fallback: '1024',
    min: 1,
    max: 100_000,
    help: 'Largest file, unpacked, that the ETL reads.',
  },
  {
    name: 'JAMSIDES_UPLOAD_MB',
    kind: 'integer',
    fallback: '50',
    min: 1,
    max: 10_000,
    help: 'Largest file that may be handed in on the web.',
  },
  {
    name: 'JAMSIDES_CHECK_SECONDS',
    kind: 'integer',
    fallback: '300',
    min: 1,
    max: 3600,
    help: 'Longest time the check of a file that was handed in may take.',
  },
  {
    name: 'JAMSIDES_CHECK_MEMORY_MB',
    kind: 'integer',
    fallback: '768',
    min: 256,
    max: 100_000,
    help: 'Memory that the check of a file that was handed in may take.',
  },
  {
    name: 'JAMSIDES_FOUR_EYES',
    kind: 'yes-no',
    fallback: 'no',
    help: 'yes: another account than the one that handed in approves too.',
  },
  { name: 'JAMSIDES_LOG', kind: 'text', fallback: 'info', help: 'Log level: silent, error, warn, info, debug.' },
  {
    name: 'JAMSIDES_PAIR_K',
    kind: 'integer',
    fallback: '5',
    min: 5,
    max: 1000,
    help: 'Protection: two shown cells differ by nobody or by at least this many. Can only be tightened.',
  },
  {
    name: 'JAMSIDES_FLOOR',
    kind: 'integer',
    fallback: '10',
    min: 10,
    max: 1000,
    help: 'Protection: smallest protected count that is shown. Can only be tightened.',
  },
] as const satisfies readonly Row[]

type Name = (typeof SETTINGS)[number]['name']

const SECRET: readonly string[] = SETTINGS.filter((row: Row) => row.isSecret).map(({ name }) => name)

/** What a setting is, as it may be shown: of a secret one only that it is set. */
export const shownSetting = (name: Name, { [name]: value }: Settings): Settings[Name] =>
  SECRET.includes(name) && value !== '' ? '***' : value

type Value<N extends Name> = Extract<(typeof SETTINGS)[number], { name: N }>['kind'] extends infer K
  ? K extends 'integer'
    ? number
    : K extends 'yes-no'
      ? boolean
      : string
  : never
export type Settings = { readonly [N in Name]: Value<N> }

/** A setting that cannot be used; the message names it and what it may be. */
export class SettingError extends ToldError {
  override name = 'SettingError'
  override readonly isWrongUse = true
}

/**
 * Reads and checks the settings of an environment.
 * @throws SettingError for a value out of range or a JAMSIDES_* variable that does not exist, naming the nearest known one.
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  refuseUnknown(environment)
  return Object.fromEntries(
    SETTINGS.map((row) => [row.name, settingFrom(row, environment[row.name] || row.fallback)]),
  ) as Settings
}

function refuseUnknown(environment: Record<string, string | undefined>) {
  const known = SETTINGS.map((row) => row.name)
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('JAMSIDES_') || known.includes(name as Name)) continue
    throw new SettingError(
      `Inställningen ${name} finns inte; menade du ${nearest(name, known)}? / There is no setting ${name}; did you mean ${nearest(name, known)}?`,
    )
  }
}

function settingFrom(row: Row, text: string): string | number | boolean {
  if (row.kind === 'path') return isAbsolute(text) ? text : join(PROJECT, text)
  if (row.kind === 'text') return text
  if (row.kind === 'yes-no') return yesOrNo(row, text)
  const number = Number(text)
  const inRange = Number.isInteger(number) && number >= (row.min ?? 0) && number <= (row.max ?? Number.MAX_SAFE_INTEGER)
  if (inRange) return number
  const range = `${row.min}–${row.max}`
  throw new SettingError(`${row.name} ska vara ett heltal ${range}. / ${row.name} must be a whole number ${range}.`)
}

function yesOrNo({ name }: Row, text: string): boolean {
  if (/^(yes|ja|true|1)$/i.test(text)) return true
  if (/^(no|nej|false|0)$/i.test(text)) return false
  throw new SettingError(`${name} ska vara yes eller no. / ${name} must be yes or no.`)
}
