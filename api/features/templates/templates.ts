import { z } from 'zod'
import { templates } from '../../../data/templates/index.ts'
import { feature } from '../feature.ts'

const names = Object.keys(templates) as (keyof typeof templates)[]
const parameters = z.object({ source: z.enum(names).describe('What is to be handed in') })
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const templateCsv = feature({
  path: '/templates/{source}.csv',
  right: 'open',
  summary: { sv: 'En tom fil med rätt kolumner', en: 'An empty file with the right columns' },
  parameters,
  answer: z.unknown(),
  respond: ({ question }) => ({ name: `${question.source}.csv`, file: templates[question.source].csv() }),
  deliver: {
    mediaType: 'text/csv',
    send: ({ name, file }, response) => void response.attachment(name).type('text/csv; charset=utf-8').send(file),
  },
})

export const templateXlsx = feature({
  path: '/templates/{source}.xlsx',
  right: 'open',
  summary: { sv: 'Detsamma som arbetsbok med kodbok', en: 'The same as a workbook with its codebook' },
  parameters,
  answer: z.unknown(),
  respond: async ({ question, language }) => ({
    name: `${question.source}.xlsx`,
    file: await templates[question.source].xlsx(language),
  }),
  deliver: {
    mediaType: XLSX,
    send: ({ name, file }, response) => void response.attachment(name).type(XLSX).send(file),
  },
})
