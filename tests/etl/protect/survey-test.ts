import { describe, expect, it, test } from 'vitest'
import type { ClientSurveysAnswer } from '../../../data/model/answers/surveys.ts'
import type { Survey } from '../../../data/model/survey.ts'
import { surveyCsv } from '../../../data/templates/survey.ts'
import { load } from '../../../etl/commands/load.ts'
import { protectedSurvey } from '../../../etl/protect/survey.ts'
import { fewestChanged, surveyGate } from '../../../etl/protect/survey-gate.ts'
import { serve } from '../../api/service.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const SECRET = '5a'.repeat(32)
const RULES = { k: 5, floor: 10 }
const GATE = { signature: '4 5 10', builtAt: new Date('2026-11-30'), sample: false }

const survey = (counts: number[], more: Partial<Survey> = {}): Survey => ({
  ...{ question: 'hjalp', title: 'Har du fått hjälp?', answerers: 'clients', period: 2024, municipality: '0184' },
  grades: counts.map((_, at) => ({ value: at + 1, name: null })),
  counts,
  asked: null,
  ...more,
})

describe('answers of clients', () => {
  it('are told in runs of grades that each hold at least five, of a count to the nearest five', () => {
    for (let seed = 0; seed < 300; seed++) {
      const counts = [seed % 7, (seed * 3) % 11, (seed * 5) % 23, (seed * 7) % 17]
      const told = protectedSurvey(survey(counts, { municipality: String(1000 + seed) }), SECRET, RULES)
      if (!told) continue
      expect(told.answered % 5).toBe(0)
      expect(told.answered).toBeGreaterThanOrEqual(10)
      if (told.bars.length === 0) continue
      expect(told.bars.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
      for (const { percent } of told.bars) expect(percent * (told.answered + 2.5)).toBeGreaterThan(400)
      expect([told.bars[0]!.from, told.bars.at(-1)!.to]).toEqual([1, 4])
    }
  })

  it('of fewer than some ten are not there, and how few does not show', () => {
    for (const counts of [
      [0, 0],
      [1, 0],
      [3, 2],
      [0, 5],
    ])
      expect(protectedSurvey(survey(counts), SECRET, RULES)).toBeNull()
  })

  it('are the same for the same counts, and more questions are not more draws of how many answered', () => {
    const told = protectedSurvey(survey([8, 9, 10, 6]), SECRET, RULES)!
    expect(protectedSurvey(survey([8, 9, 10, 6]), SECRET, RULES)).toEqual(told)
    const others = Array.from({ length: 40 }, (_, i) => survey([i % 9, 33 - (i % 9)], { question: `annan${i}` }))
    expect(new Set(others.map((one) => protectedSurvey(one, SECRET, RULES)!.answered))).toEqual(
      new Set([told.answered]),
    )
  })

  it('of one person more are drawn anew: the difference of two answers does not tell what that person said', () => {
    const above = (counts: number[], i: number) =>
      protectedSurvey(survey(counts, { question: `q${i}` }), SECRET, RULES)!.bars.at(-1)!.percent
    const moves = Array.from({ length: 400 }, (_, i) => above([20, 21], i) - above([20, 20], i))
    expect(moves.filter((move) => move > 0).length).toBeLessThan(320)
    expect(moves.filter((move) => move < 0).length).toBeGreaterThan(40)
  })

  it('of which nobody said something else are not told to be all alike', () => {
    expect(protectedSurvey(survey([0, 0, 0, 40]), SECRET, RULES)).toMatchObject({ bars: [] })
  })
})

describe('the gate', () => {
  it('counts the fewest persons that can have changed', () => {
    expect(fewestChanged(survey([10, 10]), survey([5, 15]))).toBe(5)
    expect(fewestChanged(survey([10, 10]), survey([12, 17]))).toBe(9)
    expect(fewestChanged(survey([10, 10]), survey([10, 10, 4]))).toBe(4)
    expect(fewestChanged(survey([10, 10], { asked: 30 }), survey([10, 10], { asked: 33 }))).toBe(3)
  })

  it('keeps what stands until ten have changed, and lets through four changes a year', () => {
    const first = surveyGate(survey([10, 10]), null, GATE)
    expect(surveyGate(survey([5, 4]), null, GATE)).toEqual({ released: null, waits: null })
    const one = surveyGate(survey([10, 11]), first.released, GATE)
    expect(one).toEqual({ released: first.released, waits: 'fewer-than-ten' })
    const ten = surveyGate(survey([10, 20]), first.released, GATE)
    expect(ten).toMatchObject({ released: { survey: survey([10, 20]), changes: [expect.any(String)] }, waits: null })
    const often = { ...first.released!, changes: Array<string>(4).fill('2026-10-01T00:00:00.000Z') }
    expect(surveyGate(survey([40, 20]), often, GATE)).toEqual({ released: often, waits: 'four-changes' })
    const stricter = surveyGate(survey([10, 11]), { ...first.released!, signature: '4 5 5' }, GATE)
    expect(stricter).toEqual({ released: null, waits: 'stricter' })
  })
})

const COUNTS: Record<string, number[]> = { '0184': [7, 9, 22, 13], '0183': [2, 1, 3, 1], '0114': [12, 15, 30, 20] }
const file = (counts: Record<string, number[]>) =>
  temporaryFile(
    'klientenkat.csv',
    surveyCsv() +
      Object.entries(counts)
        .flatMap(([kommun, answers]) =>
          answers.map((antal, i) => `hjalp;Har du fått hjälp?;${kommun};2024;brukare;${i + 1};;${antal};90`),
        )
        .join('\r\n'),
  )

test('a file of clients’ answers is loaded, shown protected, and one person more moves nothing', async () => {
  const context = emptyHome()
  expect((await load(context, [file(COUNTS)], { release: true })).exit).toBe(0)
  const inIt = () => inRelease(context, 'SELECT definition::TEXT AS definition FROM survey ORDER BY id')
  const first = await inIt()
  expect(first.map(({ definition }) => JSON.parse(definition as string).municipality)).toEqual(['0114', '0184'])
  expect(JSON.stringify(first)).not.toContain('counts')
  const more = { ...COUNTS, '0184': [7, 9, 22, 14], '0183': [2, 1, 3, 2] }
  const again = await load(context, [file(more)], { release: true })
  expect([again.exit, again.lines.join('\n')]).toEqual([0, expect.stringContaining('ENKÄT 0184 2024')])
  expect(await inIt()).toEqual(first)

  const running = await serve(context.home)
  try {
    const ask = (path: string) => fetch(`${running.url}/api/v1/${path}`)
    expect((await ask('client-surveys')).status).toBe(401)
    expect(await (await ask('surveys')).json()).toMatchObject({ questions: [] })
  } finally {
    await running.close()
  }
  const open = await serve(context.home, { JAMSIDES_PUBLISH_FOLLOWUP: 'yes' })
  try {
    const told = (await (await fetch(`${open.url}/api/v1/client-surveys`)).json()) as ClientSurveysAnswer
    expect(told.questions[0]!.groups.map(({ name, answered }) => [name, answered % 5])).toEqual([
      ['Solna', 0],
      ['Upplands Väsby', 0],
    ])
    expect(told.questions[0]!.groups[0]).not.toHaveProperty('asked')
    const csv = await (await fetch(`${open.url}/api/v1/client-surveys?format=csv`)).text()
    expect(csv).toContain('hjalp;Har du fått hjälp?;2024;0184;Solna;')
  } finally {
    await open.close()
  }
})
