import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { SurveysAnswer } from '../../data/model/answers/surveys.ts'
import type { Survey } from '../../data/model/survey.ts'
import { makeHome, publish } from './home.ts'
import { serve } from './service.ts'

const GRADES = ['Nej', 'Delvis', 'Ja'].map((name, value) => ({ value, name }))
const survey = (more: Partial<Survey>): Survey => ({
  question: 'stod',
  title: '=Har ni stöd?',
  answerers: 'managers',
  period: 2024,
  municipality: null,
  grades: GRADES,
  counts: [1, 2, 4],
  asked: 9,
  ...more,
})

const { home, remove } = makeHome()
let running: Running
beforeAll(async () => {
  await publish(home, {
    values: [{ indicator: 'N30101', period: 2021, municipality: '0184', value: 1 }],
    surveys: [
      survey({}),
      survey({ period: 2022, counts: [0, 0, 1], asked: null }),
      survey({ municipality: '0186', counts: [0, 1, 0], asked: 1 }),
      survey({ municipality: '0123', grades: GRADES.slice(1), counts: [1, 2], asked: 4 }),
      survey({ question: 'tid', title: 'Har ni tid?', municipality: '0184' }),
    ],
  })
  running = await serve(home)
})
afterAll(async () => {
  await running.close()
  remove()
})

async function ask(question: string) {
  const response = await fetch(`${running.url}/api/v1/surveys${question}`)
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') }
}
const answer = async (question: string) => SurveysAnswer.strict().parse(JSON.parse((await ask(question)).text))

test('each question in its newest year, everyone first and then by name; a grade not given is nought', async () => {
  const { questions } = await answer('')
  expect(questions.map((one) => [one.question, one.period, one.periods])).toEqual([
    ['stod', 2024, [2022, 2024]],
    ['tid', 2024, [2024]],
  ])
  expect(questions[0]!.groups).toEqual([
    { municipality: null, name: 'Alla tillsammans', asked: 9, answered: 7, counts: [1, 2, 4] },
    { municipality: '0123', name: 'Järfälla', asked: 4, answered: 3, counts: [0, 1, 2] },
    { municipality: '0186', name: 'Lidingö', asked: 1, answered: 1, counts: [0, 1, 0] },
  ])
})

test('one year, one municipality, one question; what is not there is explained', async () => {
  expect((await answer('?period=2022')).questions).toMatchObject([{ groups: [{ asked: null, counts: [0, 0, 1] }] }])
  expect((await answer('?municipality=0184')).questions.map(({ question }) => question)).toEqual(['tid'])
  expect((await answer('?question=tid&lang=en')).questions).toHaveLength(1)
  for (const wrong of ['?question=stöd', '?municipality=9999', '?period=24', '?grade=1'])
    expect((await ask(wrong)).status).toBe(400)
})

test('the same question has the same answer, and no cell of a table begins a formula', async () => {
  const [first, again] = [await ask(''), await ask('?')]
  expect(again).toEqual(first)
  const { text } = await ask('?question=stod&format=csv')
  expect(text).not.toMatch(/(^|;)"?=/m)
  expect(text.trim().split('\r\n')).toHaveLength(1 + 3 * 3)
})
