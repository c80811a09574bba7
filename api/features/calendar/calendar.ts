import { z } from 'zod'
import { catalogue } from '../../../data/catalogue/index.ts'
import { CalendarAnswer } from '../../../data/model/answers/calendar.ts'
import { uploadSources } from '../../../data/model/upload.ts'
import {
  type Expectation,
  expectUploads,
  listExpectations,
  unexpectUploads,
} from '../../../data/workspace/expectations.ts'
import { reaches, type Who } from '../../access/who.ts'
import type { Language } from '../../language.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { checkReach, municipalitiesReached } from '../uploads/own.ts'

export const calendar = feature({
  path: '/calendar',
  right: 'uploads.calendar',
  summary: {
    sv: 'Vad kommunerna väntas lämna in och när, och vilka som har lämnat; aldrig vad',
    en: 'What municipalities are expected to hand in and when, and which have; never what',
  },
  parameters: z.object({}),
  answer: CalendarAnswer,
  async respond({ who, workspace, language }): Promise<CalendarAnswer> {
    const reached = municipalitiesReached(who, 'uploads.calendar').map(({ code }) => code)
    return {
      expected: together(await listExpectations((await workspace()).read, reached)),
      groups: groupsOf(who, language),
    }
  },
})

/** What is expected alike of several, as one line: "6 av 8 har lämnat". */
function together(expectations: Expectation[]): CalendarAnswer['expected'] {
  const byKind = new Map<string, Expectation[]>()
  for (const one of expectations) {
    const key = `${one.due} ${one.year} ${one.source}`
    byKind.set(key, [...(byKind.get(key) ?? []), one])
  }
  return [...byKind.values()].map((alike) => ({
    source: alike[0]!.source,
    year: alike[0]!.year,
    due: alike[0]!.due,
    handedIn: alike.filter(({ handedInAt }) => handedInAt !== null).length,
    of: alike.length,
    municipalities: alike.map(({ municipality, handedInAt }) => ({
      code: municipality,
      name: catalogue().municipalityByCode.get(municipality)?.name ?? '',
      handedInAt: handedInAt?.slice(0, 10) ?? null,
    })),
  }))
}

function groupsOf(who: Who, language: Language): CalendarAnswer['groups'] {
  return catalogue()
    .groups.filter(({ members, id }) => id !== 'all' && members.every((code) => reaches(who, 'uploads.expect', code)))
    .map(({ id, name, members }) => ({ id, name: name[language], members: [...members] }))
}

export const expect = feature({
  path: '/calendar',
  method: 'put',
  right: 'uploads.expect',
  summary: {
    sv: 'Säg vad som väntas av vilka kommuner, och när',
    en: 'Say what is expected of which municipalities, and when',
  },
  parameters: z.object({}),
  body: fields({
    municipalities: z
      .array(z.string().regex(/^\d{4}$/))
      .min(1)
      .max(290),
    source: z.enum(uploadSources),
    year: z.int().min(1990).max(2100),
    /** Null: nothing is expected any more. */
    due: z.iso.date('day').nullable(),
  }),
  answer: z.object({ expected: z.number() }),
  audit: 'upload.expected',
  async respond({ who, body, workspace }) {
    for (const code of body.municipalities) checkReach(who, 'uploads.expect', code)
    const { write } = await workspace()
    const { due, ...what } = { ...body, account: who!.id }
    await write((transaction) =>
      due === null ? unexpectUploads(transaction, what) : expectUploads(transaction, { ...what, due }),
    )
    return { expected: body.municipalities.length }
  },
})
