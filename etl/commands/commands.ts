import type { Command } from 'commander'
import { nearest } from '../../data/model/nearest.ts'
import { say } from '../language.ts'
import { type Source, sources } from '../sources/sources.ts'
import type { FetchOptions } from './fetch.ts'
import { type Context, type Outcome, WrongUsage } from './outcome.ts'

/** Makes a command of that usage, with the options that all have. */
type Add = (usage: string, description: string) => Command
/** Of the context and the command's arguments and options. */
// biome-ignore lint/suspicious/noExplicitAny: commander gives each command its own arguments
type Work = (context: Context, ...given: any[]) => Promise<Outcome>
/** Makes what a command does out of its work, which is fetched only where it is asked for: no command waits for the others. */
type Doing = (fetched: () => Promise<Work>) => (...given: unknown[]) => Promise<void>

/** All commands of the ETL. */
export function commands(add: Add, doing: Doing): void {
  addLoading(add, doing)
  addFetching(add, doing)
  addMaking(add, doing)
  addKeeping(add, doing)
}

const noRelease = () => say('publicera inte', 'do not publish')

function addLoading(add: Add, doing: Doing): void {
  const ofFiles = (usage: string, description: string) =>
    add(usage, description)
      .option(`--source <${sources.join('|')}>`, say('vad filerna är', 'what the files are'), sourceNamed)
      .option(
        '--mapping <file>',
        say('mappning: en fil, eller id ur mappings', 'mapping: a file, or an id out of mappings'),
      )
      .option(
        '--undescribed',
        say('ta med Koladas id:n som ingen beskriver', "take Kolada's ids that nobody describes"),
      )
  ofFiles('load <file...>', say('kontrollera, lagra och publicera filer', 'check, store and publish files'))
    .option('--no-release', noRelease())
    .action(doing(async () => (await import('./load.ts')).load))
  ofFiles('check <file...>', say('kontrollera filer som load gör', 'check files as load does')).action(
    doing(async () => (await import('./check.ts')).check),
  )
  add('withdraw <extract>', say('återta ett uttag ur ASI eller UBU', 'withdraw an extract of ASI or UBU'))
    .option('--no-release', noRelease())
    .action(doing(async () => (await import('./withdraw.ts')).withdraw))
  add('forget <pseudonym>', say('ta bort en persons alla rader', 'take out every row of a person'))
    .option('--kommun <code>', say('kommunkod', 'municipality code'))
    .option('--no-release', noRelease())
    .action(doing(async () => (await import('./forget.ts')).forget))
  add('mappings [id]', say('hur kommunernas egna filer läses', 'how the municipalities’ own files are read')).action(
    doing(async () => (await import('./mappings.ts')).mappings),
  )
}

function sourceNamed(name: string): Source {
  const source = sources.find((known) => known === name)
  if (source) return source
  const [near, known] = [nearest(name, sources), sources.join(', ')]
  throw new WrongUsage(
    say(
      `Källan ${name} finns inte; menade du ${near}? Källor: ${known}.`,
      `There is no source ${name}; did you mean ${near}? Sources: ${known}.`,
    ),
  )
}

function addFetching(add: Add, doing: Doing): void {
  const onlyChanged = say('bara det som ändrats sedan förra hämtningen', 'only what has changed since the last fetch')
  add('fetch <source>', say('hämta från Koladas webb-API: fetch kolada', "fetch from Kolada's web API: fetch kolada"))
    .option('--url <address>', say('webb-API:ets adress', 'address of the web API'), 'https://api.kolada.se/v3')
    .option('--indicators <ids>', say('indikatorer, med komma emellan', 'indicators, with commas'))
    .option('--area <area>', say('ett område i katalogen', 'an area of the catalogue'))
    .option('--units', say('värden per enhet i en kommun', 'values by unit of a municipality'))
    .option('--municipality <codes>', say('kommunkoder, för --units', 'municipality codes, for --units'))
    .option('--all', say('alla Koladas indikatorer, 25 år', 'all of Kolada’s indicators, 25 years'))
    .option('--from <year>', say('första år, annars 2010', 'first year, otherwise 2010'), wholeNumber)
    .option('--to <year>', say('sista år', 'last year'), wholeNumber, new Date().getFullYear())
    .option('--changed', onlyChanged)
    .option('--no-release', noRelease())
    .action(doing(async () => fetchFrom))
}

async function fetchFrom(
  context: Context,
  source: string,
  options: FetchOptions & { json?: boolean },
): Promise<Outcome> {
  const tell = options.json ? () => {} : (line: string) => console.log(line)
  if (source === 'kolada') return (await import('./fetch.ts')).fetchKolada(context, { ...options, tell })
  throw new WrongUsage(say('Bara kolada kan hämtas: fetch kolada.', 'Only kolada can be fetched: fetch kolada.'))
}

function addMaking(add: Add, doing: Doing): void {
  add('sample', say('gör påhittade exempeldata', 'make invented sample data'))
    .option('--clients <N>', say('klienter per kommun och år', 'clients a municipality and year'), wholeNumber, 60)
    .option('--seed <S>', say('frö', 'seed'), wholeNumber, 1)
    .option('--years <A-B>', say('år', 'years'), '2015-2025')
    .action(doing(async () => (await import('./sample.ts')).sample))
  add(
    'template <name>',
    say('tom mall: asi, ubu, indicators eller survey', 'empty template: asi, ubu, indicators or survey'),
  )
    .option('--xlsx', say('som arbetsbok med kodbok', 'as a workbook with codebook'))
    .action(doing(async () => (await import('./template.ts')).template))
}

function addKeeping(add: Add, doing: Doing): void {
  add('release', say('publicera det som är lagrat', 'publish what is stored')).action(
    doing(async () => (await import('./release.ts')).release),
  )
  add(
    'releases [direction] [place]',
    say('lista utgåvor; push MAPP, pull MAPP|ADRESS', 'list releases; push FOLDER, pull FOLDER|ADDRESS'),
  ).action(doing(async () => releasesOrTransfer))
  add(
    'export <what> <folder>',
    say(
      'utgåvans tabeller som Parquet: export release MAPP',
      'the tables of the release as Parquet: export release FOLDER',
    ),
  ).action(doing(async () => (await import('./export.ts')).exportRelease))
  add('rollback [id]', say('visa en tidigare utgåva', 'serve an earlier release')).action(
    doing(async () => (await import('./releases.ts')).rollback),
  )
  add('status', say('vad som är lagrat', 'what is stored'))
    .option('--settings', say('alla inställningar', 'all settings'))
    .action(doing(async () => statusOrSettings))
  const sound = say('kontrollera att allt lagrat är helt', 'check that everything stored is sound')
  const passphrase = say('fil med lösenfrasen för hemligheten', 'file with the passphrase of the secret')
  add('backup <file>', say('kopiera allt lagrat till en fil', 'copy everything stored into one file'))
    .option('--passphrase-file <file>', passphrase)
    .action(doing(async () => (await import('./backup.ts')).backup))
  add('restore <file>', say('lägg tillbaka allt ur en säkerhetskopia', 'put everything back from a backup'))
    .option('--passphrase-file <file>', passphrase)
    .action(doing(async () => (await import('./restore.ts')).restore))
  add('verify', sound)
    .option('--anchor <file>', say('var händelseloggen slutade en gång', 'where the audit log once ended'))
    .action(doing(async () => (await import('./verify.ts')).verify))
  add(
    'accounts <list|reset|invite> [email]',
    say('konton: lista, ny länk, inbjudan', 'accounts: list, new link, invitation'),
  )
    .option('--name <name>', say('namn på den som bjuds in', 'name of who is invited'))
    .option('--role <role...>', say('roll, som viewer eller manager:0184', 'role, such as viewer or manager:0184'))
    .action(doing(async () => (await import('./accounts.ts')).accounts))
  add('mend', say('laga det som går ur det som är helt', 'mend what can be mended out of what is sound')).action(
    doing(async () => (await import('./mend.ts')).mend),
  )
}

async function releasesOrTransfer(context: Context, direction?: string, place?: string): Promise<Outcome> {
  if (direction === undefined) return (await import('./releases.ts')).releases(context)
  return (await import('./transfer.ts')).transfer(context, direction, place)
}

async function statusOrSettings(context: Context, options: { settings?: boolean }): Promise<Outcome> {
  const { settings, status } = await import('./status.ts')
  return options.settings ? settings() : status(context)
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new WrongUsage(
    say(`Ett heltal väntas i stället för "${text}".`, `A whole number is expected instead of "${text}".`),
  )
}
