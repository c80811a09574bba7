import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../api/server.ts'
import type { UploadAnswer } from '../../data/model/answers/uploads.ts'
import { makeHome } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { managerOf, signedIn } from '../fixtures/accounts.ts'
import { filesHolding } from '../fixtures/grep.ts'
import { Sender } from '../fixtures/sender.ts'
import { workbookOf } from '../fixtures/workbook.ts'

const { home, remove } = makeHome()
let running: Running
let analyst: Sender
let administrator: Sender
let solna: Sender
let sundbyberg: Sender

beforeAll(async () => {
  running = await serve(home)
  const workspace = await running.gate.holder.workspace()
  const as = async (made: Promise<{ cookie: string }>) => new Sender(running.url, (await made).cookie)
  analyst = await as(signedIn(workspace, 'Dag', [{ role: 'analyst', scope: 'fou-nordvast' }]))
  administrator = await as(signedIn(workspace, 'Eva', [{ role: 'administrator', scope: '' }]))
  solna = await as(managerOf(workspace, '0184', 'Anna'))
  sundbyberg = await as(managerOf(workspace, '0183', 'Cia'))
})
afterAll(async () => {
  await running.close()
  remove()
})

const WORKBOOK = { source: 'oj' }
const indicatorsOf = (municipality: string) => ({ source: 'indicators', municipality })

/** A workbook whose sheet names the year, or nothing does. */
const results = (sheet: string, values: [number, number], share: [number, number] = [71, 72]): Buffer =>
  readFileSync(
    workbookOf({
      [sheet]: [
        ['Kommunkod', 'Kommun', 'N31807', 'Andel med plan'],
        ['0114', 'Upplands Väsby', values[0], share[0]],
        ['0184', 'Solna', values[1], share[1]],
      ],
    }),
  )

async function published(sender: Sender, upload: UploadAnswer): Promise<UploadAnswer> {
  const acknowledged = upload.warnings.map((warning) => ({ ...warning, why: 'genomgånget' }))
  expect((await sender.ask('POST', `/uploads/${upload.id}/approve`, { acknowledged })).status).toBe(200)
  for (;;) {
    const now = await sender.upload(upload.id)
    if (now.state !== 'waiting' || now.waitsFor === 'gate') return now
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function valuesOf(indicator: string, period: number): Promise<Record<string, number | null>> {
  const { rows } = (await analyst.ask('GET', `/compare?indicator=${indicator}&period=${period}`)).body as {
    rows: { municipality: string; value: number | null }[]
  }
  return Object.fromEntries(rows.filter(({ value }) => value !== null).map((row) => [row.municipality, row.value]))
}

describe('a workbook of Öppna jämförelser', () => {
  it('is shown as it was understood, corrected in the browser’s words, previewed, approved and published', async () => {
    const content = results('Resultat', [3.1, 3.5])
    const asked = await analyst.until(await analyst.handIn(content, WORKBOOK), 'refused', 'ready')
    expect(asked).toMatchObject({ state: 'refused', preview: null, understanding: { remembered: null } })
    const { sheets } = asked.understanding!
    expect(sheets[0]!.about.places).toMatchObject({ column: 'A', by: 'code', places: 2 })

    const columns = { ...sheets[0]!.columns, D: { id: 'plan', title: 'Personer med plan, andel (%)' } }
    const mapping = { sheets: [{ ...sheets[0]!, columns, period: 2023, about: undefined }] }
    const ready = await analyst.until(await analyst.handIn(content, { ...WORKBOOK, mapping }), 'ready', 'refused')
    expect(ready).toMatchObject({ state: 'ready', municipality: '0000', mapped: true, years: [2023] })
    expect(ready.understanding!.sheets[0]!.about.columns.D!.examples[0]).toMatchObject({ cell: 'D2', stored: 71 })
    expect(ready.preview!.figures).toMatchObject({
      ...{ indicators: 2, values: 4, years: [2023] },
      changes: [
        { id: 'N31807', added: 2, revised: 0 },
        { id: 'plan', title: 'Personer med plan, andel (%)', added: 2 },
      ],
    })
    const done = await published(analyst, ready)
    expect(done).toMatchObject({ state: 'published', approvedBy: 'Dag', understanding: null, preview: null })
    expect((await analyst.ask('GET', '/health')).body).toMatchObject({ release: { id: done.release, sample: false } })
    expect(await valuesOf('N31807', 2023)).toEqual({ '0114': 3.1, '0184': 3.5 })
    expect(await valuesOf('plan', 2023)).toEqual({ '0114': 71, '0184': 72 })
    const receipt = await administrator.ask('GET', `/uploads/${done.id}/receipt.pdf`)
    expect([receipt.status, (receipt.body as string).slice(0, 5)]).toEqual([200, '%PDF-'])
  })

  it('says what is revised; the next of the same shape is proposed to be read as the last was', async () => {
    const again = await administrator.until(
      await administrator.handIn(results('Resultat', [3.1, 4.5]), WORKBOOK),
      'refused',
      'ready',
    )
    const remembered = again.understanding!.remembered!
    expect(remembered.sheets[0]!.columns).toMatchObject({ D: { id: 'plan' } })
    const mapping = { sheets: [{ ...remembered.sheets[0]!, period: 2023 }] }
    const id = await administrator.handIn(results('Resultat', [3.1, 4.5]), { ...WORKBOOK, mapping })
    const ready = await administrator.until(id, 'ready', 'refused')
    expect(ready.preview!.figures).toMatchObject({
      changes: [
        { id: 'N31807', revised: 1, unchanged: 1 },
        { id: 'plan', unchanged: 2 },
      ],
      revisions: [{ indicator: 'N31807', municipality: '0184', period: 2023, before: 3.5, after: 4.5 }],
    })
    expect((await administrator.ask('POST', `/uploads/${id}/withdraw`)).body).toMatchObject({ state: 'withdrawn' })
    expect(await valuesOf('N31807', 2023)).toMatchObject({ '0184': 3.5 })
  })

  it('with a person in it is refused, and nothing of it stays', async () => {
    const person = workbookOf({
      'Resultat 2023': [
        ['Kommunkod', 'N31807'],
        ['0114', 3.1],
        ['0184', 3.5],
      ],
      Blad2: [['Namn'], ['19811218-9876 Hemligsson']],
    })
    const refused = await analyst.until(await analyst.handIn(readFileSync(person), WORKBOOK), 'refused', 'ready')
    expect(refused).toMatchObject({ state: 'refused', understanding: null, preview: null })
    expect(refused.report!.counts).toHaveProperty('identity')
    expect(filesHolding(home.root, 'Hemligsson')).toEqual([])
  })

  it('is nobody’s who answers for one municipality, and says no more to them than one that never was', async () => {
    expect((await solna.ask('POST', '/uploads', WORKBOOK)).status).toBe(403)
    expect((await analyst.ask('POST', '/uploads', { source: 'oj', municipality: '0184' })).status).toBe(422)
    for (const sender of [analyst, administrator]) {
      expect((await sender.ask('POST', '/uploads', { source: 'asi', municipality: '0184' })).status).toBe(403)
      expect((await sender.ask('POST', '/uploads', { source: 'indicators', municipality: '0000' })).status).toBe(422)
      expect((await sender.ask('GET', '/mappings')).status).toBe(403)
    }
    const { uploads, sources } = (await analyst.ask('GET', '/uploads')).body as never as {
      uploads: { id: string }[]
      sources: string[]
    }
    expect(sources).toEqual(['oj'])
    const own = (await solna.ask('GET', '/uploads')).body as never as { uploads: unknown[]; sources: string[] }
    expect(own).toMatchObject({ uploads: [], sources: ['asi', 'ubu', 'indicators'] })
    const [real, none] = await Promise.all(
      [uploads[0]!.id, 'AAAAAAAAAAAAAAAAAAAAAA'].map((id) => solna.ask('GET', `/uploads/${id}`)),
    )
    expect([real!.status, real!.body]).toEqual([404, none!.body])
    const mapping = { instrument: 'asi', columns: {} }
    expect((await analyst.ask('POST', '/uploads', { ...WORKBOOK, mapping })).status).toBe(422)
  })
})

describe('local indicators', () => {
  const lines = (...rows: string[]) => ['indikator;titel;kommun;period;varde', ...rows].join('\n')

  it('of one’s own municipality are previewed and published', async () => {
    const content = lines('vantetid;Väntetid, dagar;0184;2023;12')
    const ready = await solna.until(await solna.handIn(content, indicatorsOf('0184')), 'ready', 'refused')
    expect(ready).toMatchObject({ state: 'ready', preview: { figures: { changes: [{ id: 'vantetid', added: 1 }] } } })
    await published(solna, ready)
    expect(await valuesOf('vantetid', 2023)).toEqual({ '0184': 12 })
  })

  it('with answers of clients wait where the gate holds them, and are published once it lets more through', async () => {
    const survey = (yes: number, no: number) =>
      [
        'fraga;titel;kommun;period;svarar;grad;antal;tillfragade',
        `hjalp;Fick du hjälp?;0184;2023;klienter;1;${no};90`,
        `hjalp;Fick du hjälp?;0184;2023;klienter;2;${yes};90`,
      ].join('\n')
    const handIn = async (content: string) =>
      published(solna, await solna.until(await solna.handIn(content, indicatorsOf('0184')), 'ready', 'refused'))
    expect(await handIn(survey(20, 15))).toMatchObject({ state: 'published' })
    const held = await handIn(survey(21, 15))
    expect(held).toMatchObject({ state: 'waiting', waitsFor: 'gate', reason: 'fewer-than-ten' })
    await handIn(survey(40, 15))
    expect(await solna.upload(held.id)).toMatchObject({ state: 'published', waitsFor: null, reason: null })
  })

  it('of another municipality, or that rename what others have, are refused', async () => {
    const foreign = lines('vantetid;Väntetid, dagar;0184;2023;12', 'vantetid;Väntetid, dagar;0183;2023;14')
    const renamed = lines('vantetid;Kötid (%);0183;2023;14')
    const survey = [
      'fraga;titel;kommun;period;svarar;grad;antal',
      'f1;Hur?;;2023;chefer;1;3',
      'f1;Hur?;;2023;chefer;2;4',
    ]
    for (const [content, rule] of [
      [foreign, 'foreign-municipality'],
      [renamed, 'other-definition'],
      [survey.join('\n'), 'foreign-municipality'],
    ] as const) {
      const refused = await sundbyberg.until(await sundbyberg.handIn(content, indicatorsOf('0183')), 'refused', 'ready')
      expect([refused.state, Object.keys(refused.report!.counts)]).toEqual(['refused', [rule]])
    }
    expect(await valuesOf('vantetid', 2023)).toEqual({ '0184': 12 })
  })
})
