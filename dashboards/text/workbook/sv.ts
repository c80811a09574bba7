import { several, writeNumber } from '../../../data/model/numbers.ts'
import type { PictureRole } from '../../../data/model/workbook-understanding.ts'

const roles: Record<PictureRole, string> = {
  title: 'titel',
  heading: 'rubrik',
  place: 'kommun',
  label: 'beskrivning, läses inte',
  value: 'värde som läses',
  part: 'antal eller gräns bredvid värdet',
  'by-row': 'radens nyckeltal, år eller kön',
  asked: 'fråga att svara på',
  left: 'läses inte',
  sum: 'rad om riket, län eller grupp, läses inte',
}

const because: Record<string, string> = {
  heading: 'står i rubriken',
  title: 'står ovanför tabellen',
  sheet: 'står i bladets namn',
  file: 'står i filens namn',
  row: 'står på varje rad',
  mapping: 'står i mappningen',
  default: 'inget annat sägs',
  'percent-format': 'cellerna är i procentformat och multipliceras med hundra',
  catalogue: 'enligt katalogen; värdena tas som de står',
}

const reasons: Record<string, string> = {
  sums: 'gäller riket, län, regioner, grupper eller delar av kommuner.',
  'unknown-place': 'säger inte vilken kommun de gäller.',
  hidden: 'är dolda i kalkylarket.',
}

/** The words of the page on how a workbook was understood, in Swedish. */
export const sv = {
  pageTitle: 'Så här förstod vi filen',
  lead: 'Kontrollera en arbetsbok med kommandot nedan och öppna svaret här. Du ser vad varje kolumn togs för och varför, och kan rätta det. Filen läses bara i din webbläsare och skickas ingenstans.',
  command: 'npm run etl -- check FIL.xlsx --json > svar.json',
  choose: 'Svaret från check --json',
  notOne: 'Filen är inget svar från check --json om en arbetsbok. Kör kommandot ovan och välj filen som det skrev.',
  opened: (file: string, sheets: number) => `${file}: ${several(sheets, 'tabell', 'tabeller')} lästes.`,
  sheet: (name: string) => `Bladet ${name}`,
  header: (rows: readonly number[]) =>
    rows.length === 0 ? 'Ingen rubrikrad hittades.' : `Rubriker: rad ${rows.join(', ')}.`,
  places: {
    code: (column: string, heading: string, found: number, filled: number) =>
      `Kommunkoderna står i kolumn ${column}${heading === '' ? '' : ` (${heading})`}: ${found} av ${filled} ifyllda celler är kommunkoder.`,
    name: (column: string, heading: string, found: number, filled: number) =>
      `Kommunerna står med namn i kolumn ${column}${heading === '' ? '' : ` (${heading})`}: ${found} av ${filled} ifyllda celler är kommuner.`,
  },
  agreeing: (column: string, agreeing: number, disagreeing: number) =>
    `Mot namnen i kolumn ${column}: ${agreeing} stämmer, ${disagreeing} stämmer inte.`,
  picture: (sheet: string) => `Början av bladet ${sheet}, med vad varje cell togs för`,
  roles,
  columns: 'Kolumner',
  columnField: (letter: string, heading: string) => `${letter} ${heading === '' ? '(utan rubrik)' : heading}`,
  column: (at: string) => `Kolumn ${at}:`,
  read: 'Läs kolumnen',
  indicator: 'Indikator',
  title: 'Indikatorns titel, med enheten sist',
  unknown: 'Finns inte i katalogen: ge den en titel.',
  byRow: 'Varje rad säger sitt',
  sex: 'Kön',
  sexes: [
    ['', 'Som det förstods'],
    ['T', 'Alla'],
    ['K', 'Kvinnor'],
    ['M', 'Män'],
  ] as readonly (readonly [string, string])[],
  sexOf: (sex: string | null): string => ({ T: 'alla', K: 'kvinnor', M: 'män' })[sex ?? ''] ?? 'varje rad säger sitt',
  year: 'År',
  sheetYear: 'År för de kolumner som inte nämner något',
  asFound: 'som det förstods',
  unit: 'Enhet',
  factor: 'Värdena',
  factors: [
    ['', 'Som de förstods'],
    ['1', 'Tas som de står'],
    ['100', 'Är andelar av ett: multiplicera med 100'],
  ] as readonly (readonly [string, string])[],
  decimal: 'Tal som 3.000 i text',
  decimals: [
    ['', 'Som det förstods'],
    [',', 'Decimaler efter komma: 3.000 är tretusen'],
    ['.', 'Decimaler efter punkt: 3.000 är tre'],
  ] as readonly (readonly [string, string])[],
  because,
  reasons,
  examples: 'De första värdena',
  cell: 'Cell',
  shown: 'Så visar Excel den',
  stored: 'Så lagras den',
  number: (value: number | null) => (value === null ? 'saknas' : writeNumber(value, decimalsOf(value), 'sv')),
  leftOut: 'Läses inte',
  otherSheets: 'Blad som inte läses',
  sheetReasons: { hidden: 'är dolt.', 'no-places': 'har ingen kolumn med kommuner.' } as Record<string, string>,
  cells: (count: number) => `(${several(count, 'ifylld cell', 'ifyllda celler')})`,
  rows: (count: number) => `(${several(count, 'rad', 'rader')})`,
  row: (at: string) => (at === '' ? 'Rader som' : `Rad ${at}:`),
  findings: (count: number) => `${several(count, 'anmärkning', 'anmärkningar')}`,
  severity: { error: 'Fel', warning: 'Varning' },
  where: (column: string | null, row: number | null) => {
    const at = [column ? `kolumn ${column}` : '', row ? `rad ${row}` : ''].filter(Boolean).join(', ')
    return at === '' ? '' : ` (${at})`
  },
  keepTitle: 'Ta med rättelserna',
  keepLead:
    'Spara mappningen och ange den när filen läses in. Den används sedan som förslag för nästa års fil av samma slag.',
  keep: 'Spara mappningen',
  fileName: 'mappning.json',
  loadCommand: (file: string, mapping: string) => `npm run etl -- load ${file} --mapping ${mapping}`,
  kept: (name: string) => `${name} är sparad.`,
}

const decimalsOf = (value: number): number => Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)

export type WorkbookTexts = typeof sv
