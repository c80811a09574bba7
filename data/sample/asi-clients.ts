import { AREAS, type Area } from '../instruments/asi-columns.ts'
import { type ClientRow, type ClientsWanted, chosen, monthOf, sizeIn, step, withGaps, yes } from './clients.ts'
import { normal, type Random, randomFrom } from './random.ts'

interface Client {
  id: string
  municipality: string
  sex: string
  age: string
  drug: string
  severity: Record<Area, number>
}

const REQUIRED = ['pseudo_id', 'kommun', 'manad', 'kon', 'aldersgrupp', 'intervju']
const NON_RESPONSE = 0.03
const FOLLOWED_UP = 0.58
const RETURNING = 0.08

/**
 * Invented ASI interviews: baselines of every year and the follow-ups that some of them lead to, as rows of an extract.
 * The areas hang together within a person, most get somewhat better, some are lost, some answers are missing.
 * The same question gives the same rows.
 */
export function* asiClients(wanted: ClientsWanted): Generator<ClientRow> {
  const last = `${Math.max(...wanted.years)}-12`
  for (const municipality of wanted.municipalities) {
    const random = randomFrom(`${wanted.seed} asi ${municipality}`)
    const level = 0.35 * normal(random)
    const known: Client[] = []
    for (const year of wanted.years) {
      for (let i = 0; i < sizeIn(municipality, wanted); i++) {
        const client = returning(random, known, i) ?? newClient(random, municipality, level, known)
        yield* interviews(random, client, year, last)
      }
    }
  }
}

/** Someone known from an earlier year; never the same twice in a year, since each is taken out of turn. */
function returning(random: Random, known: Client[], i: number): Client | undefined {
  return i < known.length && random() < RETURNING ? known[i] : undefined
}

function newClient(random: Random, municipality: string, level: number, known: Client[]): Client {
  const drug = chosen(random, DRUGS)
  const client = {
    id: `k${municipality}a${String(known.length + 1).padStart(5, '0')}`,
    municipality,
    sex: chosen(random, 'man:67 kvinna:32 annat:1'),
    age: chosen(random, '18-24:17 25-34:29 35-44:23 45-54:17 55-64:10 65+:4'),
    drug,
    severity: severityOf(random, drug, level),
  }
  known.push(client)
  return client
}

const DRUGS =
  'alkohol:38 cannabis:17 amfetamin:12 kokain:6 heroin:5 andra_opioider:5 lugnande:5 blandmissbruk:9 annat:1 inget:2'

/** How heavy each area is, in standard deviations: a part of its own, a part shared, a part from the main drug. */
function severityOf(random: Random, drug: string, level: number): Record<Area, number> {
  const shared = normal(random)
  const ofDrug = (area: Area): number => {
    if (drug === 'inget') return ['alkohol', 'narkotika'].includes(area) ? -2.2 : -0.3
    if (drug === 'alkohol') return { alkohol: 1.1, narkotika: -1.6, rattsligt: -0.6 }[area as string] ?? 0
    return { alkohol: -1, narkotika: 1.1, rattsligt: 0.3 }[area as string] ?? 0
  }
  const entries = AREAS.map(({ id }) => [id, level + 0.6 * shared + 0.7 * normal(random) + ofDrug(id)])
  return Object.fromEntries(entries)
}

function* interviews(random: Random, client: Client, year: number, last: string): Generator<ClientRow> {
  const month = Math.floor(random() * 12)
  yield interview(random, client, monthOf(year, month), 'grund')
  const later = monthOf(year, month + 5 + Math.floor(random() * 5))
  if (random() > FOLLOWED_UP || later > last) return
  yield interview(random, { ...client, severity: changed(random, client.severity) }, later, 'uppfoljning')
}

/** Six months later: better on the whole, most in the use itself, and not everyone. */
function changed(random: Random, severity: Client['severity']): Client['severity'] {
  const shared = 0.5 + 0.5 * normal(random)
  const entries = AREAS.map(({ id }) => {
    const pace = { alkohol: 1.3, narkotika: 1.3, psykisk: 0.8, fysisk: 0.3 }[id as string] ?? 0.6
    return [id, severity[id] - pace * shared - 0.35 * normal(random)]
  })
  return Object.fromEntries(entries)
}

function interview(random: Random, client: Client, month: string, kind: string): ClientRow {
  const row: ClientRow = {
    pseudo_id: client.id,
    kommun: client.municipality,
    manad: month,
    kon: client.sex,
    aldersgrupp: client.age,
    intervju: kind,
    dominerande_preparat: client.drug,
    insats: chosen(random, 'oppenvard:52 institution:14 lakemedelsbehandling:12 boende:8 ingen:9 annat:5'),
    forsorjning: chosen(random, 'arbete:22 studier:6 sjukpenning:18 ekonomiskt_bistand:40 pension:8 annat:6'),
    boende: chosen(random, 'eget:47 andrahand:17 institution:10 hemlos:11 narstaende:11 annat:4'),
  }
  for (const { id } of AREAS) Object.assign(row, areaAnswers(random, id, client.severity[id]))
  Object.assign(row, workAnswers(random, row), useAnswers(random, row, client.drug), otherAnswers(random, row, client))
  return withGaps(random, row, REQUIRED, NON_RESPONSE)
}

function areaAnswers(random: Random, area: Area, severity: number): ClientRow {
  const rating = step(3.7 + 2.2 * severity + 0.5 * normal(random), 0, 9)
  const felt = (rating / 9) * 4
  const days = rating <= 1 ? yes(random, 0.1) * 2 : step((rating / 9) * 24 + 8 * normal(random), 0, 30)
  return {
    [`${area}_dagar`]: area === 'rattsligt' ? step(days / 4, 0, 30) : days,
    [`${area}_oro`]: step(felt + 0.9 * normal(random), 0, 4),
    [`${area}_hjalpbehov`]: step(felt + 0.8 * normal(random), 0, 4),
    [`${area}_skattning`]: rating,
  }
}

function workAnswers(random: Random, { forsorjning }: ClientRow): ClientRow {
  const works = forsorjning === 'arbete'
  const licence = yes(random, 0.42)
  return {
    korkort: licence,
    tillgang_bil: licence && yes(random, 0.6),
    arbete_betalda_dagar: works ? step(17 + 5 * normal(random), 1, 30) : 0,
    arbete_nettolon: works ? step(190 + 45 * normal(random), 40, 600) * 100 : 0,
  }
}

const SUBSTANCES = {
  heroin: 'heroin',
  metadon: 'andra_opioider',
  andra_opiater: 'andra_opioider',
  barbiturater: '',
  lugnande: 'lugnande',
  kokain: 'kokain',
  amfetamin: 'amfetamin',
  cannabis: 'cannabis',
  hallucinogener: '',
}

function useAnswers(random: Random, row: ClientRow, main: string): ClientRow {
  const [alcohol, drugs] = [Number(row.alkohol_dagar), Number(row.narkotika_dagar)]
  const drinking = step(alcohol + 3 * normal(random), 0, 30)
  const answers: ClientRow = {
    alkohol_anvandning_dagar: drinking,
    alkohol_berusning_dagar: step(drinking * random(), 0, drinking),
    alkohol_kostnad: drinking === 0 ? 0 : step((drinking * 120 * (0.5 + random())) / 50, 1, 400) * 50,
    blandbruk_dagar: main === 'blandmissbruk' ? drugs : step(drugs * random() * 0.4, 0, 30),
  }
  for (const [substance, drug] of Object.entries(SUBSTANCES)) {
    const part = drug === main ? 1 : main === 'blandmissbruk' ? 0.3 : yes(random, 0.06) * 0.3
    answers[`${substance}_dagar`] = step(drugs * part, 0, 30)
  }
  return answers
}

const RELATIONS =
  'mor:0.75 far:0.6 syskon:0.8 partner:0.45 barn:0.5 annan_slakt:0.6 vanner:0.8 grannar:0.85 arbetskamrater:0.35'
const SYMPTOMS =
  'depression:0.45 angest:0.55 hallucinationer:0.08 koncentration:0.5 vald:0.2 suicidtankar:0.15 suicidforsok:0.04 medicin:0.4'

function otherAnswers(random: Random, row: ClientRow, { severity }: Client): ClientRow {
  const answers: ClientRow = {
    rattsligt_vantar: yes(random, chance(0.15, severity.rattsligt)),
    illegal_inkomst: Number(row.rattsligt_dagar) > 0 ? step(30 + 25 * normal(random), 1, 300) * 100 : 0,
    familj_nojd_civilstand: Number(chosen(random, '0:35 1:20 2:45')),
  }
  for (const [relation, applies] of pairs(RELATIONS)) {
    answers[`konflikt_${relation}`] = random() < applies ? yes(random, chance(0.15, severity.familj)) : 'N'
  }
  for (const [symptom, usual] of pairs(SYMPTOMS)) {
    answers[`psykisk_${symptom}`] = yes(random, chance(usual, severity.psykisk))
  }
  return answers
}

const pairs = (text: string): [string, number][] =>
  text.split(' ').map((pair) => [pair.split(':')[0] as string, Number(pair.split(':')[1])])

/** A chance made larger by severity, on the logistic scale. */
function chance(usual: number, severity: number): number {
  return 1 / (1 + ((1 - usual) / usual) * Math.exp(-severity))
}
