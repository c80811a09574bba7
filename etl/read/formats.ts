import { open } from 'node:fs/promises'
import type { Packing } from './bytes.ts'
import { RefusedFile } from './refused.ts'
import { locked, namesInZip } from './zip.ts'

const SAVE_AS = {
  sv: 'Öppna den i kalkylprogrammet och spara den som Excel-arbetsbok (.xlsx).',
  en: 'Open it in the spreadsheet program and save it as an Excel workbook (.xlsx).',
}

const other = (rule: string, sv: string, en: string): RefusedFile =>
  new RefusedFile(rule, `${sv} ${SAVE_AS.sv}`, `${en} ${SAVE_AS.en}`)

/** What stands in the archives of other programs, and what they are called. */
const ARCHIVES: [RegExp, () => RefusedFile][] = [
  [
    /^content\.xml$/,
    () =>
      other('format-ods', 'Filen är en OpenDocument-tabell (.ods).', 'The file is an OpenDocument spreadsheet (.ods).'),
  ],
  [
    /^xl\/workbook\.bin$/,
    () => other('format-xlsb', 'Filen är en binär arbetsbok (.xlsb).', 'The file is a binary workbook (.xlsb).'),
  ],
  [/^Index\/|\.iwa$/, () => other('format-numbers', 'Filen är från Numbers.', 'The file is from Numbers.')],
  [
    /^word\//,
    () =>
      other(
        'not-a-workbook',
        'Filen är ett Word-dokument, ingen arbetsbok.',
        'The file is a Word document, no workbook.',
      ),
  ],
  [
    /^ppt\//,
    () =>
      other(
        'not-a-workbook',
        'Filen är en PowerPoint-presentation, ingen arbetsbok.',
        'The file is a PowerPoint presentation, no workbook.',
      ),
  ],
]

/** What the first characters of files say that are no workbooks. */
const TEXTS: [RegExp, () => RefusedFile][] = [
  [/^%PDF/, () => other('not-a-workbook', 'Filen är en PDF, ingen arbetsbok.', 'The file is a PDF, no workbook.')],
  [
    /^\s*(?:<!doctype html|<html|<table|<meta)/i,
    () =>
      other(
        'not-a-workbook',
        'Filen är en webbsida, fast den heter som en arbetsbok.',
        'The file is a web page, although it is named like a workbook.',
      ),
  ],
  [/^\s*<\?xml/, () => other('not-a-workbook', 'Filen är XML, ingen arbetsbok.', 'The file is XML, no workbook.')],
]

/** Refuses by its name what is no .xlsx, with what to do. @throws RefusedFile */
export async function refuseOtherFormats(path: string, packing: Packing): Promise<void> {
  if (packing === 'ole') throw (await isOldWorkbook(path)) ? oldWorkbook() : locked()
  if (packing === 'zip') return refuseArchive(await namesInZip(path))
  const text = (await firstBytes(path, 512)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')
  throw TEXTS.find(([words]) => words.test(text))?.[1]() ?? noWorkbook()
}

/** Refuses text files that are no tables: PDF, web pages, XML. @throws RefusedFile */
export async function refuseForeignText(path: string): Promise<void> {
  const text = (await firstBytes(path, 512)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')
  const found = TEXTS.find(([words]) => words.test(text))
  if (found) throw found[1]()
}

function refuseArchive(names: string[]): void {
  if (names.some((name) => /^xl\/workbook\.xml$|^xl\/worksheets\//.test(name))) return
  const found = ARCHIVES.find(([part]) => names.some((name) => part.test(name)))
  if (found) throw found[1]()
}

/** An encrypted workbook and one of the old format are both kept in the same container; the names in it tell. */
async function isOldWorkbook(path: string): Promise<boolean> {
  const bytes = await firstBytes(path, 4 * 1024 * 1024)
  const named = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  return !named('EncryptedPackage') && (named('Workbook') || named('Book'))
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const oldWorkbook = (): RefusedFile =>
  other(
    'format-xls',
    'Filen är en arbetsbok av det äldre slaget (.xls).',
    'The file is a workbook of the older kind (.xls).',
  )

const noWorkbook = (): RefusedFile =>
  new RefusedFile(
    'not-a-workbook',
    'Filen är ingen arbetsbok (.xlsx) utan text, till exempel CSV. Utelämna --source, så prövas den som tabell, eller spara den som .xlsx.',
    'The file is no workbook (.xlsx) but text, for example CSV. Leave out --source to have it tried as a table, or save it as .xlsx.',
  )
