import { type Request, raw } from 'express'
import { z } from 'zod'
import { partsOf } from '../../../data/model/meetings/part.ts'
import { meetingPart } from '../../../data/workspace/meetings/parts.ts'
import { takePart } from '../../../data/workspace/meetings/people.ts'
import { exportMeeting, faultIn, importMeeting, WholeMeeting } from '../../../data/workspace/meetings/whole.ts'
import { askerOf } from '../../meetings/asker.ts'
import { leaderOnly } from '../../meetings/leading.ts'
import { seatOf } from '../../meetings/seat.ts'
import { invalidBody, Problem } from '../../problem.ts'
import { feature } from '../feature.ts'
import { inMeeting } from './address.ts'

const LARGEST = '32mb'

export const exported = feature({
  path: '/analysis-sessions/{id}/export',
  right: 'meetings.take-part',
  summary: { sv: 'Hela mötet som en fil, med historiken', en: 'The whole session as one file, with its history' },
  parameters: inMeeting,
  answer: WholeMeeting,
  respond: async (asked) => {
    const { read } = await asked.workspace()
    const seat = await seatOf(read, askerOf(asked), asked.question.id)
    leaderOnly(seat)
    return exportMeeting(read, seat.meeting.id)
  },
})

export const imported = feature({
  path: '/analysis-sessions/import',
  method: 'post',
  right: 'meetings.lead',
  audit: 'analysis-session.imported',
  takesFile: true,
  summary: { sv: 'Läser in ett möte från en fil', en: 'Reads a session in from a file' },
  parameters: z.object({}),
  answer: z.object({ id: z.string() }),
  respond: async (asked) => {
    const whole = await readWhole(asked.http.request)
    const account = askerOf(asked).account!
    return asked.act(async (transaction) => {
      if (await meetingPart(transaction, whole.id)) throw isHere()
      await importMeeting(transaction, whole)
      const { host } = partsOf(whole.parts, 'meeting')[0]!.body
      await takePart(transaction, whole.id, account.id, host)
      return { answer: { id: whole.id }, object: whole.id, particulars: { parts: whole.parts.length } }
    })
  },
})

async function readWhole(request: Request): Promise<WholeMeeting> {
  await new Promise<void>((resolve, reject) => {
    raw({ type: () => true, limit: LARGEST })(request, request.res!, (error) => (error ? reject(error) : resolve()))
  })
  const read = WholeMeeting.safeParse(asJson(request.body))
  const fault = read.success ? faultIn(read.data) : 'no-meeting'
  if (read.success && fault === null) return read.data
  throw invalidBody([{ path: '', message: FAULTS[fault!] }])
}

function asJson(bytes: unknown): unknown {
  try {
    return JSON.parse((bytes as Buffer).toString('utf8'))
  } catch {
    return null
  }
}

const FAULTS = {
  'no-meeting': {
    sv: 'Filen är inte ett helt möte. Ta en som är exporterad härifrån eller från en annan installation.',
    en: 'The file is not a whole session. Take one that was exported here or from another installation.',
  },
  twice: { sv: 'Något i filen finns två gånger.', en: 'Something in the file is there twice.' },
  history: {
    sv: 'Filen är ändrad: innehållet är inte det som historiken slutar med.',
    en: 'The file has been changed: what it holds is not what its history ends with.',
  },
  body: {
    sv: 'Filen är ändrad: historiken går inte att läsa.',
    en: 'The file has been changed: its history cannot be read.',
  },
}

const isHere = () =>
  new Problem('conflict', {
    sv: 'Mötet finns redan här. Ta bort det först om filen ska gälla.',
    en: 'The session is here already. Delete it first if the file is to count.',
  })
