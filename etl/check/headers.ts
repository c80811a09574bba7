import { readably } from './digits.ts'

/** A name as it is compared: without case, å/ä/ö as a/a/o, dashes and spaces as underscores. */
export function plainName(text: string): string {
  return readably(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s._-]+/g, '_')
}

/** Words of columns that name a person, a way to reach them, a case, a birth date or free text. */
const FORBIDDEN = new Set(
  `namn fornamn efternamn mellannamn tilltalsnamn smeknamn name firstname lastname surname klient klientnamn barnets_namn
   adress gatuadress gata postadress postnummer postnr postort bostadsadress address street zip lagenhetsnummer
   telefon telefonnummer tel mobil mobilnummer phone epost e_post epostadress mejl mail email e_mail
   arendenummer arendenr arende_id arende arendeid dnr diarienummer diarienr aktnummer aktnr akt case case_id case_number journalnummer
   fodelsedatum fodd fodelsear fodelsedag birth_date birthdate date_of_birth dob alder age
   personnummer personnr persnr pnr pnummer samordningsnummer samordningsnr ssn identitetsnummer fyra_sista sista_fyra
   kommentar kommentarer anteckning anteckningar fritext notering noteringar beskrivning ovrigt comment notes text
   datum intervjudatum date handlaggare socialsekreterare utredare ip_adress`
    .split(/\s+/)
    .filter(Boolean),
)

const PARTS =
  /personn|persnr|samordningsn|fodelsed|birth|efternamn|fornamn|telefon|epost|e_post|adress|fritext|arenden|arende_n|akt_?n(?:umm|r)/

/** Whether a header names something that could identify a person. */
export function isForbiddenColumn(header: string): boolean {
  const name = plainName(header)
  return FORBIDDEN.has(name) || PARTS.test(name)
}

/** Words of headings that name or reach a person or a case, in whatever kind of table they stand. */
const OF_PERSONS =
  /^(?:(?:klient|barn|brukar|person|patient)\w*_?namn|fornamn|efternamn|tilltalsnamn|personn(?:ummer|r)|persnr|pnr|pnummer|samordningsn(?:ummer|r)|ssn|fodelse(?:datum|dag|nummer|nr)|birth_?date|date_of_birth|bostadsadress|gatuadress|(?:arende|akt|journal|diarie)_?(?:nummer|nr|id)|dnr|fyra_sista|sista_fyra)$/

/** Whether a heading in a table of figures is over persons or cases: no such table has one. */
export const isOfPersons = (heading: string): boolean => heading.length < 60 && OF_PERSONS.test(plainName(heading))

/** Words that head a column only in a list of persons, and are a word like others in notes and codebooks. */
const ALSO_ORDINARY = new Set(
  'text date datum case akt beskrivning ovrigt notering noteringar kommentar kommentarer anteckning anteckningar comment notes'.split(
    ' ',
  ),
)

/** Whether a cell outside an extract heads what could identify a person. */
export function isForbiddenHeading(cell: string): boolean {
  return cell.length < 60 && !ALSO_ORDINARY.has(plainName(cell)) && isForbiddenColumn(cell)
}

/** The spreadsheet's letters of a column, the first being 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
