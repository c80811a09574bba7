import type { Localized } from '../../data/model/localized.ts'
import { say } from '../language.ts'
import type { Finding } from './report.ts'

type RuleText = Localized & { severity: Finding['severity'] }

const error = (sv: string, en: string): RuleText => ({ severity: 'error', sv, en })
const warning = (sv: string, en: string): RuleText => ({ severity: 'warning', sv, en })

/** Every rule an extract is held to. `{about}` is filled with what the definition says, never with a value. */
export const RULES = {
  identity: error(
    'Här står något som är eller innehåller ett personnummer eller samordningsnummer. Ta bort det; hela filen avvisas.',
    'Something here is or contains a personal identity or coordination number. Remove it; the whole file is refused.',
  ),
  'identity-shape': error(
    'Pseudonymen har formen av ett personnummer (10 eller 12 siffror). Byt pseudonym; hela filen avvisas.',
    'The pseudonym has the shape of a personal number (10 or 12 digits). Change it; the whole file is refused.',
  ),
  'identity-file-name': error(
    'Filens namn innehåller något som ser ut som ett personnummer, e-postadress eller telefonnummer. Byt namn på filen.',
    'The file’s name contains what looks like a personal number, e-mail address or telephone number. Rename the file.',
  ),
  'exact-date': error(
    'Här står ett exakt datum. Ange högst månad (ÅÅÅÅ-MM); hela filen avvisas.',
    'There is an exact date here. Give at most the month (YYYY-MM); the whole file is refused.',
  ),
  contact: error(
    'Här står en e-postadress eller ett telefonnummer. Ta bort det; hela filen avvisas.',
    'There is an e-mail address or telephone number here. Remove it; the whole file is refused.',
  ),
  'free-text': error(
    'Här står fri text där en kod hör hemma. Ta bort den; hela filen avvisas. {about}',
    'There is free text here where a code belongs. Remove it; the whole file is refused. {about}',
  ),
  'forbidden-column': error(
    'Kolumnen kan peka ut en person och får inte finnas i uttaget. Ta bort den; hela filen avvisas.',
    'The column could identify a person and must not be in the extract. Remove it; the whole file is refused.',
  ),
  'no-headings': error(
    'Här ska rubrikerna stå, men raden ser ut att vara någons. Lägg mallens rubriker överst.',
    'The headings belong here, but the row looks like somebody’s own. Put the template’s headings on top.',
  ),
  'undeclared-column': error(
    'Kolumnen hör inte till uttaget. Ta bort den, eller rätta rubriken enligt mallen.',
    'The column does not belong to the extract. Remove it, or correct its heading from the template.',
  ),
  'sealed-part': error(
    'Arbetsboken innehåller bilder, inbäddade filer eller makron som inte kan granskas. Spara bara tabellen.',
    'The workbook contains pictures, embedded files or macros that cannot be checked. Save the table only.',
  ),
  'case-number': error(
    'Här står något som ser ut som ett ärende- eller aktnummer. Ta bort det; hela filen avvisas.',
    'There is what looks like a case or file number here. Remove it; the whole file is refused.',
  ),
  'key-list': error(
    'En pseudonym ur uttaget står också här, utanför uttaget: listan kan vara en kodnyckel. Ta bort den; hela filen avvisas.',
    'A pseudonym of the extract stands here too, outside the extract: the list may be a key. Remove it; the whole file is refused.',
  ),
  'several-extracts': error(
    'Arbetsboken har klientrader på fler än ett blad. Lämna in ett blad i taget.',
    'The workbook has client rows on more than one sheet. Submit one sheet at a time.',
  ),
  'other-sheet': warning(
    'Arbetsboken har fler blad ({about}) som inte läses in. De är granskade men bidrar inte med något.',
    'The workbook has further sheets ({about}) that are not loaded. They were examined but contribute nothing.',
  ),
  'row-cut': error(
    'Raden har färre kolumner än rubriken: filen kan vara avkortad. Ta ut den på nytt.',
    'The row has fewer columns than the header: the file may be cut off. Extract it again.',
  ),
  uncomputed: error(
    'Formeln har inget lagrat resultat. Öppna arbetsboken i Excel, spara den och försök igen.',
    'The formula has no stored result. Open the workbook in Excel, save it and try again.',
  ),
  'two-readings': error(
    'Talet kan läsas på två sätt: 3.000 kan vara tretusen eller tre. Skriv det utan tecken mellan tusental, eller utan nollor sist.',
    'The number may be read in two ways: 3.000 may be three thousand or three. Write it without a mark between thousands, or without noughts at the end.',
  ),
  'made-by-excel': error(
    'Excel har gjort ett datum av {about}. Skriv in koden igen i en kolumn som är formaterad som text.',
    'Excel has made a date of {about}. Enter the code again in a column that is formatted as text.',
  ),
  'rounded-number': error(
    'Pseudonymen är ett tal med fler än 15 siffror, och kalkylprogrammet har kastat de sista: olika personer blir en. Spara pseudonymerna som text.',
    'The pseudonym is a number of more than 15 digits, and the spreadsheet has thrown away the last: several persons become one. Store the pseudonyms as text.',
  ),
  'invisible-character': error(
    'Pseudonymen innehåller ett osynligt tecken. Ta bort det: annars blir samma person två.',
    'The pseudonym contains an invisible character. Remove it: otherwise the same person becomes two.',
  ),
  'column-missing': error('Kolumnen måste finnas men saknas.', 'The column is required but missing.'),
  'column-twice': error('Kolumnen finns två gånger.', 'The column stands twice.'),
  'no-rows': error('Filen har inga rader under rubriken.', 'The file has no rows below the header.'),
  'required-missing': error('Uppgiften måste finnas men saknas.', 'The value is required but missing.'),
  'pseudonym-form': error(
    'Pseudonymen ska ha 6–64 tecken av A–Z, a–z, 0–9, _ och -.',
    'The pseudonym must have 6–64 characters of A–Z, a–z, 0–9, _ and -.',
  ),
  'unknown-code': error('Okänd kod. Tillåtna: {about}.', 'Unknown code. Allowed: {about}.'),
  'not-a-number': error('Här ska stå ett tal {about}, X eller N.', 'A number {about}, X or N belongs here.'),
  'not-whole': error('Här ska stå ett heltal {about}.', 'A whole number {about} belongs here.'),
  'out-of-range': error('Talet ligger utanför {about}.', 'The number lies outside {about}.'),
  'month-form': error('Månaden ska skrivas ÅÅÅÅ-MM, utan dag.', 'The month is written YYYY-MM, without a day.'),
  'month-out-of-range': error(
    'Månaden ligger i framtiden eller före 1990.',
    'The month lies in the future or before 1990.',
  ),
  'unknown-municipality': error(
    'Kommunkoden finns inte. Den har fyra siffror, till exempel 0184.',
    'There is no such municipality code. It has four digits, for example 0184.',
  ),
  'foreign-municipality': error(
    'Raden gäller en annan kommun än den som lämnar uttaget.',
    'The row concerns another municipality than the one that submits the extract.',
  ),
  'child-under-seven': error(
    'Barnets egna svar tas bara från 7 år, men raden gäller ett yngre barn.',
    'A child’s own answers are taken only from 7 years, but the row concerns a younger child.',
  ),
  'duplicate-baseline': error(
    'Samma person har redan en grundintervju samma månad.',
    'The same person already has a baseline in the same month.',
  ),
  'followup-before-baseline': error(
    'Uppföljningen ligger före personens grundintervju.',
    'The follow-up lies before the person’s baseline.',
  ),
  'followup-without-baseline': warning(
    'Uppföljningen har ingen tidigare grundintervju. Den behålls men ingår inte i någon förändring.',
    'The follow-up has no earlier baseline. It is kept but takes no part in any change.',
  ),
  'duplicate-followup': warning(
    'Samma person har redan en uppföljning av samma slag samma månad. Den sista raden gäller.',
    'The same person already has a follow-up of the same kind in the same month. The last row counts.',
  ),
  'score-beyond-scale': warning(
    'Det sammanvägda måttet hamnar utanför 0–1. Det behålls; kontrollera beloppen.',
    'The composite score falls outside 0–1. It is kept; check the amounts.',
  ),
  'unlikely-combination': warning(
    'Uppgiften stämmer dåligt med {about} på samma rad. Kontrollera den.',
    'The value agrees badly with {about} on the same row. Check it.',
  ),
  'many-missing': warning(
    'Mer än 20 procent av svaren saknas i kolumnen.',
    'More than 20 per cent of the answers are missing in the column.',
  ),
  'same-for-everyone': warning(
    'Alla svar i kolumnen är 30 dagar. Kontrollera uttaget.',
    'Every answer in the column is 30 days. Check the extract.',
  ),
  'unlike-last-extract': warning(
    'Svaren fördelar sig mycket olikt kommunens förra uttag (kommun {about}).',
    'The answers are distributed very unlike the municipality’s last extract (municipality {about}).',
  ),
  'replaces-other-months': warning(
    'Uttaget ersätter hela året, men saknar månader som finns sedan tidigare ({about}).',
    'The extract replaces the whole year but lacks months that are already stored ({about}).',
  ),
} as const satisfies Record<string, RuleText>

export type Rule = keyof typeof RULES

/** A rule that something breaks, where it does, and what the definition says of it. */
export interface Problem {
  rule: Rule
  row?: number
  column?: string
  about?: Localized
}

/** The problem as it is told to the operator. */
export function told({ rule, row, column, about }: Problem, file?: number): Finding {
  const { severity, sv, en } = RULES[rule]
  const message = say(sv.replace('{about}', about?.sv ?? ''), en.replace('{about}', about?.en ?? '')).trim()
  return { row: row ?? null, column: column ?? null, rule, severity, message, ...(file !== undefined && { file }) }
}
