import { z } from 'zod'
import type { UploadFinding } from '../../../data/model/upload.ts'
import { UploadReport } from '../../../data/model/upload.ts'
import { csvOf } from '../../formats/csv.ts'
import { id } from '../../question/parameters.ts'
import { type Asked, feature } from '../feature.ts'
import { findingsTable, markedWorkbook } from './findings-files.ts'
import { ownUpload } from './own.ts'

const parameters = z.object({ id: id('Id of an upload') })

async function findingsOf(asked: Asked<{ id: string }>): Promise<UploadFinding[]> {
  const { report } = await ownUpload(asked)
  return report === null ? [] : UploadReport.parse(JSON.parse(report)).findings
}

export const findingsCsv = feature({
  path: '/uploads/{id}/findings.csv',
  right: 'uploads.read',
  summary: {
    sv: 'Vad som är fel och var, som CSV: platser, inga värden',
    en: 'What is wrong and where, as CSV: places, no values',
  },
  parameters,
  answer: z.unknown(),
  respond: async (asked) => csvOf(findingsTable(await findingsOf(asked)), asked.language),
  deliver: {
    mediaType: 'text/csv',
    send: (text, response) => void response.attachment('findings.csv').type('text/csv; charset=utf-8').send(text),
  },
})

export const findingsXlsx = feature({
  path: '/uploads/{id}/findings.xlsx',
  right: 'uploads.read',
  summary: { sv: 'Detsamma som arbetsbok med cellerna markerade', en: 'The same as a workbook with the cells marked' },
  parameters,
  answer: z.unknown(),
  respond: async (asked) => markedWorkbook(await findingsOf(asked), asked.language),
  deliver: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    send: (book, response) => void response.attachment('findings.xlsx').send(book),
  },
})
