/** Why a file as a whole was not read. The message never holds anything out of the file. */
export class RefusedFile extends Error {
  override name = 'RefusedFile'
  readonly rule: string
  readonly sv: string
  readonly en: string

  constructor(rule: string, sv: string, en: string) {
    super(`${sv} / ${en}`)
    this.rule = rule
    this.sv = sv
    this.en = en
  }
}

/** How much of a file is read. */
export interface Limits {
  /** Largest size in bytes, as stored and unpacked. */
  maxBytes: number
}

export const DEFAULT_LIMITS: Limits = { maxBytes: 1024 * 1024 * 1024 }

export const tooLarge = ({ maxBytes }: Limits): RefusedFile =>
  new RefusedFile(
    'file-too-large',
    `Filen är större än ${inMegabytes(maxBytes)} MB uppackad. Dela den och läs in delarna tillsammans.`,
    `The file is larger than ${inMegabytes(maxBytes)} MB unpacked. Split it and load the parts together.`,
  )

/** A file that was made to fill the memory. */
export const bomb = (): RefusedFile =>
  new RefusedFile(
    'zip-bomb',
    'Filen packar upp till orimligt mycket och läses inte. Spara tabellen som CSV.',
    'The file unpacks to unreasonably much and is not read. Save the table as CSV.',
  )

export const emptyFile = (): RefusedFile => new RefusedFile('file-empty', 'Filen är tom.', 'The file is empty.')

const inMegabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1024 / 1024))
