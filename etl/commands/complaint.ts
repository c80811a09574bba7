import { CommanderError } from 'commander'
import { HomeBusy } from '../../data/store/home-busy.ts'
import { ToldError } from '../../data/told-error.ts'
import { WorkspaceFault } from '../../data/workspace/fault.ts'
import { say } from '../language.ts'
import { RefusedFile } from '../read/refused.ts'

/** What the system says by code or words, and we say in ours. */
const KNOWN: [RegExp, () => string][] = [
  [
    /ENOSPC|EFBIG|no space left|file too large/i,
    () =>
      say('Disken är full. Utgåvan som visas är orörd.', 'The disk is full. The release that is served is untouched.'),
  ],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    () =>
      say(
        'Mappen får inte skrivas. Ge den som kör programmet rätt att skriva i JAMSIDES_HOME.',
        'The folder cannot be written. Let the one who runs the program write in JAMSIDES_HOME.',
      ),
  ],
  [
    /ENOTDIR|EEXIST.*mkdir|not a directory/i,
    () =>
      say(
        'JAMSIDES_HOME är en fil, inte en mapp. Ange en mapp.',
        'JAMSIDES_HOME is a file, not a folder. Name a folder.',
      ),
  ],
  [
    /out of memory/i,
    () =>
      say(
        'Minnet räckte inte. Höj JAMSIDES_MEMORY_MB, eller läs in färre filer åt gången.',
        'There was not memory enough. Raise JAMSIDES_MEMORY_MB, or load fewer files at a time.',
      ),
  ],
  [/could not set lock|conflicting lock/i, () => new HomeBusy().message],
]

/** Whether the command line, rather than the data, was wrong. */
export function isWrongUsage(error: unknown): boolean {
  return error instanceof CommanderError || (error instanceof ToldError && error.isWrongUse)
}

/** One line for a person: what is wrong. An error that nobody foresaw is named, but its text, which may hold data, is not told. */
export function complaintAbout(error: unknown): string {
  if (error instanceof CommanderError) return usageComplaint(error)
  if (error instanceof RefusedFile || error instanceof WorkspaceFault) return say(error.sv, error.en)
  const text = String((error as Error)?.message ?? error)
  if (error instanceof ToldError) return text.split('\n')[0]!
  const known = KNOWN.find(([words]) => words.test(text))
  if (known) return known[1]()
  const name = (error as Error)?.name ?? 'Error'
  return say(`Ett oväntat fel stoppade körningen (${name}).`, `An unexpected error stopped the run (${name}).`)
}

const USAGE: Record<string, (what: string) => string> = {
  'commander.unknownCommand': (what) => say(`Kommandot ${what} finns inte.`, `There is no command ${what}.`),
  'commander.unknownOption': (what) => say(`Flaggan ${what} finns inte.`, `There is no option ${what}.`),
  'commander.missingArgument': (what) => say(`Det saknas ett värde för ${what}.`, `A value for ${what} is missing.`),
  'commander.optionMissingArgument': (what) =>
    say(`Flaggan ${what} saknar sitt värde.`, `The option ${what} lacks its value.`),
  'commander.excessArguments': () => say('För många argument.', 'Too many arguments.'),
  'commander.help': () => say('Ange ett kommando.', 'Give a command.'),
}

function usageComplaint({ code, message }: CommanderError): string {
  const what = /'([^']+)'/.exec(message)?.[1] ?? ''
  const told = USAGE[code]?.(what) ?? message.replace(/^error: /, '').split('\n')[0]!
  return `${told} ${say('Se --help.', 'See --help.')}`
}
