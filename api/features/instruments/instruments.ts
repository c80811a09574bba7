import { z } from 'zod'
import { instruments as catalogue } from '../../../data/instruments/index.ts'
import { InstrumentsAnswer } from '../../../data/model/answers/instruments.ts'
import { columns } from '../../formats/columns.ts'
import type { Column } from '../../formats/table.ts'
import { feature } from '../feature.ts'
import { instrumentIn } from './catalogue.ts'

const INSTRUMENT: Column = { key: 'instrument', type: 'text', title: { sv: 'Instrument', en: 'Instrument' } }

export const instruments = feature({
  path: '/instruments',
  right: 'open',
  summary: {
    sv: 'Uppföljningens instrument: mått, indelningar och korsningar som går att fråga efter',
    en: 'The follow-up instruments: measures, dimensions and crossings that can be asked for',
  },
  parameters: z.object({}),
  answer: InstrumentsAnswer,
  respond: ({ language }): InstrumentsAnswer => ({
    instruments: catalogue.map((instrument) => instrumentIn(language, instrument)),
  }),
  table: (answer) => ({
    name: ['instruments'],
    columns: [INSTRUMENT, ...columns('id', 'title', 'kind', 'direction', 'unit')],
    rows: answer.instruments.flatMap((instrument) =>
      instrument.measures.map(({ id, title, kind, direction, unit }) => ({
        instrument: instrument.id,
        id,
        title,
        kind,
        direction,
        unit,
      })),
    ),
  }),
})
