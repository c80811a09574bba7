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

const PARTS = /personn|persnr|samordningsn|fodelsed|birth|efternamn|fornamn|telefon|epost|e_post|adress|fritext|arenden/

/** Whether a header names something that could identify a person. */
export function isForbiddenColumn(header: string): boolean {
  const name = plainName(header)
  return FORBIDDEN.has(name) || PARTS.test(name)
}

/** The spreadsheet's letters of a column, the first being 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
