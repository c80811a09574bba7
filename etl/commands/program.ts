import { Command, CommanderError } from 'commander'
import { readSettings } from '../../data/settings.ts'
import { languageOf, say, speak } from '../language.ts'
import { commands } from './commands.ts'
import { complaintAbout, isWrongUsage } from './complaint.ts'
import { contextOf, type Outcome } from './outcome.ts'

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
  commands(add, (fetched) => async (...given) => {
    const work = await fetched()
    outcome = await work(contextOf(readSettings()), ...given)
  })
  await program.parseAsync(words, { from: 'user' })
  return outcome
}

function finish(outcome: Outcome, asJson: boolean): number {
  if (outcome.file !== undefined) process.stdout.write(outcome.file)
  else if (asJson) console.log(JSON.stringify(outcome.object))
  else for (const line of outcome.lines) console.log(printable(line))
  if (outcome.complaint) console.error(printable(outcome.complaint))
  return outcome.exit
}

/** What a terminal would take as an order to it is no part of a message; a mapping has its line breaks. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' ? sign : ' '))

function complain(error: unknown, asJson: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const complaint = complaintAbout(error)
  if (asJson) console.log(JSON.stringify({ ok: false, error: complaint }))
  console.error(printable(complaint))
  return isWrongUsage(error) ? 2 : 1
}
