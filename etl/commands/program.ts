import { Command, CommanderError, Option } from 'commander'
import { readSettings, SettingError } from '../../data/settings.ts'
import { languageOf, say, speak } from '../language.ts'
import { sources } from '../sources/detect.ts'
import { check } from './check.ts'
import { type FetchOptions, fetchKolada } from './fetch.ts'
import { load } from './load.ts'
import { type Context, contextOf, type Outcome, WrongUsage } from './outcome.ts'
import { release } from './release.ts'
import { releases, rollback } from './releases.ts'
import { sample } from './sample.ts'
import { settings, status } from './status.ts'
import { verify } from './verify.ts'
import { withdraw } from './withdraw.ts'

/** Runs one command line of the ETL. @returns the exit code: 0 done, 1 the data were refused, 2 wrong usage */
export async function run(words: string[]): Promise<number> {
  speak(languageOf(optionIn(words, '--lang')))
  const asJson = words.includes('--json')
  try {
    return finish(await perform(words), asJson)
  } catch (error) {
    return complain(error, asJson)
  }
}

function optionIn(words: string[], option: string): string | undefined {
  const at = words.indexOf(option)
  return at < 0 ? words.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1) : words[at + 1]
}

async function perform(words: string[]): Promise<Outcome> {
  let outcome: Outcome = { exit: 0, lines: [], object: { ok: true } }
  const command = programOf((made) => {
    outcome = made
  })
  await command.parseAsync(words, { from: 'user' })
  return outcome
}

function programOf(made: (outcome: Outcome) => void): Command {
  const program = new Command('npm run etl --')
    .description(say('Jämsides inläsning', 'The ETL of Jämsides'))
    .option('--lang <sv|en>', say('språk', 'language'))
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  const add = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .option('--json', say('svaret som ett JSON-objekt', 'the answer as one JSON object'))
      .option('--lang <sv|en>', say('språk', 'language'))
  const doing =
    <A extends unknown[]>(work: (context: Context, ...given: A) => Promise<Outcome>) =>
    async (...given: A) =>
      made(await work(contextOf(readSettings()), ...given))

  add('sample', say('gör påhittade exempeldata', 'make invented sample data'))
    .option('--clients <N>', say('klienter per kommun och år', 'clients a municipality and year'), wholeNumber, 40)
    .option('--seed <S>', say('frö', 'seed'), wholeNumber, 1)
    .option('--years <A-B>', say('år', 'years'), '2015-2025')
    .action(doing(sample))
  const loading = (usage: string, description: string) =>
    add(usage, description)
      .addOption(new Option('--source <source>', say('vad filerna är', 'what the files are')).choices(sources))
      .option('--mapping <file>', say('mappning för en arbetsbok', 'mapping of a workbook'))
  loading('load <file...>', say('kontrollera, lagra och publicera filer', 'check, store and publish files'))
    .option('--no-release', say('publicera inte', 'do not publish'))
    .action(doing(load))
  loading('check <file...>', say('kontrollera filer som load gör', 'check files as load does')).action(doing(check))
  add('releases', say('lista utgåvor', 'list releases')).action(doing(releases))
  add('rollback [id]', say('visa en tidigare utgåva', 'serve an earlier release')).action(doing(rollback))
  add('fetch <source>', say('hämta från Koladas webb-API: fetch kolada', "fetch from Kolada's web API: fetch kolada"))
    .option('--url <address>', say('webb-API:ets adress', 'address of the web API'), 'https://api.kolada.se/v3')
    .option('--indicators <ids>', say('indikatorer, med komma emellan', 'indicators, with commas'))
    .option('--area <area>', say('ett område i katalogen', 'an area of the catalogue'))
    .option('--from <year>', say('första år', 'first year'), wholeNumber, 2010)
    .option('--to <year>', say('sista år', 'last year'), wholeNumber, new Date().getFullYear())
    .option(
      '--changed',
      say('bara det som ändrats sedan förra hämtningen', 'only what has changed since the last fetch'),
    )
    .option('--no-release', say('publicera inte', 'do not publish'))
    .action(doing(fetchFrom))
  add('release', say('publicera det som är lagrat', 'publish what is stored')).action(doing(release))
  add('status', say('vad som är lagrat', 'what is stored'))
    .option('--settings', say('alla inställningar', 'all settings'))
    .action(doing((context, options: { settings?: boolean }) => (options.settings ? settings() : status(context))))
  add('verify', say('kontrollera att allt lagrat är helt', 'check that everything stored is sound')).action(
    doing(verify),
  )
  add('withdraw <extract>', say('återta ett uttag ur ASI eller UBU', 'withdraw an extract of ASI or UBU'))
    .option('--no-release', say('publicera inte', 'do not publish'))
    .action(doing(withdraw))
  return program
}

function fetchFrom(context: Context, source: string, options: FetchOptions): Promise<Outcome> {
  if (source === 'kolada') return fetchKolada(context, options)
  throw new WrongUsage(say('Bara kolada kan hämtas: fetch kolada.', 'Only kolada can be fetched: fetch kolada.'))
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new WrongUsage(
    say(`Ett heltal väntas i stället för "${text}".`, `A whole number is expected instead of "${text}".`),
  )
}

function finish(outcome: Outcome, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify(outcome.object))
  else for (const line of outcome.lines) console.log(line)
  if (outcome.complaint) console.error(outcome.complaint)
  return outcome.exit
}

function complain(error: unknown, asJson: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const usage = error instanceof CommanderError || error instanceof WrongUsage || error instanceof SettingError
  const message = error instanceof Error ? error.message.replace(/^error: /, '').split('\n')[0]! : String(error)
  if (asJson) console.log(JSON.stringify({ ok: false, error: message }))
  console.error(message)
  return usage ? 2 : 1
}
