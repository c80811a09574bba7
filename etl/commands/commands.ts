import type { Command } from 'commander'
import { nearest } from '../../data/model/nearest.ts'
import { say } from '../language.ts'
import { type Source, sources } from '../sources/detect.ts'
import { accounts } from './accounts.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { exportRelease } from './export.ts'
import { type FetchOptions, fetchKolada } from './fetch.ts'
import { forget } from './forget.ts'
import { load } from './load.ts'
import { mappings } from './mappings.ts'
import { mend } from './mend.ts'
import { type Context, type Outcome, WrongUsage } from './outcome.ts'
import { release } from './release.ts'
import { releases, rollback } from './releases.ts'
import { restore } from './restore.ts'
import { sample } from './sample.ts'
import { settings, status } from './status.ts'
import { template } from './template.ts'
import { transfer } from './transfer.ts'
import { verify } from './verify.ts'
import { withdraw } from './withdraw.ts'

/** Makes a command of that usage, with the options that all have. */
type Add = (usage: string, description: string) => Command
/** Makes the work of a command out of a function of the context and the command's arguments and options. */
// biome-ignore lint/suspicious/noExplicitAny: commander gives each command its own arguments
type Doing = (work: (context: Context, ...given: any[]) => Promise<Outcome>) => (...given: any[]) => Promise<void>

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
    .action(doing(load))
  ofFiles('check <file...>', say('kontrollera filer som load gör', 'check files as load does')).action(doing(check))
  add('withdraw <extract>', say('återta ett uttag ur ASI eller UBU', 'withdraw an extract of ASI or UBU'))
    .option('--no-release', noRelease())
    .action(doing(withdraw))
  add('forget <pseudonym>', say('ta bort en persons alla rader', 'take out every row of a person'))
    .option('--kommun <code>', say('kommunkod', 'municipality code'))
    .option('--no-release', noRelease())
    .action(doing(forget))
  add('mappings [id]', say('hur kommunernas egna filer läses', 'how the municipalities’ own files are read')).action(
    doing(mappings),
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
    .option('--all', say('alla Koladas indikatorer, 25 år', 'all of Kolada’s indicators, 25 years'))
    .option('--from <year>', say('första år, annars 2010', 'first year, otherwise 2010'), wholeNumber)
    .option('--to <year>', say('sista år', 'last year'), wholeNumber, new Date().getFullYear())
    .option('--changed', onlyChanged)
    .option('--no-release', noRelease())
    .action(doing(fetchFrom))
}

function fetchFrom(context: Context, source: string, options: FetchOptions & { json?: boolean }): Promise<Outcome> {
  const tell = options.json ? () => {} : (line: string) => console.log(line)
  if (source === 'kolada') return fetchKolada(context, { ...options, tell })
  throw new WrongUsage(say('Bara kolada kan hämtas: fetch kolada.', 'Only kolada can be fetched: fetch kolada.'))
}

function addMaking(add: Add, doing: Doing): void {
  add('sample', say('gör påhittade exempeldata', 'make invented sample data'))
    .option('--clients <N>', say('klienter per kommun och år', 'clients a municipality and year'), wholeNumber, 60)
    .option('--seed <S>', say('frö', 'seed'), wholeNumber, 1)
    .option('--years <A-B>', say('år', 'years'), '2015-2025')
    .action(doing(sample))
  add(
    'template <name>',
    say('tom mall: asi, ubu, indicators eller survey', 'empty template: asi, ubu, indicators or survey'),
  )
    .option('--xlsx', say('som arbetsbok med kodbok', 'as a workbook with codebook'))
    .action(doing(template))
}

function addKeeping(add: Add, doing: Doing): void {
  add('release', say('publicera det som är lagrat', 'publish what is stored')).action(doing(release))
  add(
    'releases [direction] [place]',
    say('lista utgåvor; push MAPP, pull MAPP|ADRESS', 'list releases; push FOLDER, pull FOLDER|ADDRESS'),
  ).action(
    doing((context, direction?: string, place?: string) =>
      direction === undefined ? releases(context) : transfer(context, direction, place),
    ),
  )
  add(
    'export <what> <folder>',
    say(
      'utgåvans tabeller som Parquet: export release MAPP',
      'the tables of the release as Parquet: export release FOLDER',
    ),
  ).action(doing(exportRelease))
  add('rollback [id]', say('visa en tidigare utgåva', 'serve an earlier release')).action(doing(rollback))
  add('status', say('vad som är lagrat', 'what is stored'))
    .option('--settings', say('alla inställningar', 'all settings'))
    .action(doing((context, options: { settings?: boolean }) => (options.settings ? settings() : status(context))))
  const sound = say('kontrollera att allt lagrat är helt', 'check that everything stored is sound')
  const passphrase = say('fil med lösenfrasen för hemligheten', 'file with the passphrase of the secret')
  add('backup <file>', say('kopiera allt lagrat till en fil', 'copy everything stored into one file'))
    .option('--passphrase-file <file>', passphrase)
    .action(doing(backup))
  add('restore <file>', say('lägg tillbaka allt ur en säkerhetskopia', 'put everything back from a backup'))
    .option('--passphrase-file <file>', passphrase)
    .action(doing(restore))
  add('verify', sound)
    .option('--anchor <file>', say('var händelseloggen slutade en gång', 'where the audit log once ended'))
    .action(doing(verify))
  add(
    'accounts <list|reset|invite> [email]',
    say('konton: lista, ny länk, inbjudan', 'accounts: list, new link, invitation'),
  )
    .option('--name <name>', say('namn på den som bjuds in', 'name of who is invited'))
    .option('--role <role...>', say('roll, som viewer eller manager:0184', 'role, such as viewer or manager:0184'))
    .action(doing(accounts))
  add('mend', say('laga det som går ur det som är helt', 'mend what can be mended out of what is sound')).action(
    doing(mend),
  )
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new WrongUsage(
    say(`Ett heltal väntas i stället för "${text}".`, `A whole number is expected instead of "${text}".`),
  )
}
