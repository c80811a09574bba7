import { RATINGS } from '../instruments/ubu-columns.ts'
import { type ClientRow, type ClientsWanted, chosen, monthOf, sizeIn, step, withGaps, yes } from './clients.ts'
import { normal, type Random, randomFrom } from './random.ts'

interface Child {
  id: string
  municipality: string
  sex: string
  born: number
  module: string
  ground: string
  placement: string
  reason: string
  started: number
  wellbeing: number
}

const REQUIRED = ['pseudo_id', 'kommun', 'manad', 'kon', 'aldersgrupp', 'modul', 'tillfalle']
const NON_RESPONSE = 0.03
const ENDING = 0.27
const ANSWERS_FROM = 7
const OLDEST = 20

/**
 * Invented UBU follow-ups: children who stay for some years with a yearly follow-up, and a closing one when they leave,
 * as rows of an extract. The three respondents agree on the whole; the child is a little less content than the others.
 * The same question gives the same rows.
 */
export function* ubuClients(wanted: ClientsWanted): Generator<ClientRow> {
  for (const municipality of wanted.municipalities) {
    const random = randomFrom(`${wanted.seed} ubu ${municipality}`)
    const level = 0.3 * normal(random)
    let children: Child[] = []
    let known = 0
    for (const year of wanted.years) {
      while (children.length < sizeIn(municipality, wanted)) {
        known += 1
        children.push(newChild(random, municipality, year, level, known))
      }
      const staying: Child[] = []
      for (const child of children) {
        const ends = random() < ENDING || year - child.born >= OLDEST
        yield followUp(random, child, year, ends)
        if (!ends) staying.push(child)
      }
      children = staying
    }
  }
}

function newChild(random: Random, municipality: string, year: number, level: number, number: number): Child {
  const module = chosen(random, 'familjehem:45 vard_och_boende:20 kontaktfamilj:15 oppenvard:20')
  return {
    id: `b${municipality}u${String(number).padStart(5, '0')}`,
    municipality,
    sex: chosen(random, 'kvinna:48 man:51 annat:1'),
    born: year - Math.floor(18 * random() ** 0.7),
    module,
    ground: chosen(random, 'sol:70 lvu:30'),
    placement: chosen(random, PLACEMENTS[module] as string),
    reason: chosen(random, REASONS),
    started: year * 12 - Math.floor(18 * random()),
    wellbeing: level + normal(random),
  }
}

const PLACEMENTS: Record<string, string> = {
  familjehem: 'slakt_natverk:25 ordinarie:45 konsulentstott:20 jourhem:10',
  vard_och_boende: 'hvb:60 stodboende:32 sis:8',
  kontaktfamilj: 'ej_placerad:1',
  oppenvard: 'ej_placerad:1',
}

const REASONS =
  'omsorgssvikt:30 barnets_beteende:16 fysisk_ohalsa_foralder:3 psykisk_ohalsa_foralder:14 missbruk_foralder:13 vald:10 relationsproblem:6 ensamkommande:5 annat:3'

function followUp(random: Random, child: Child, year: number, ends: boolean): ClientRow {
  const month = Math.floor(random() * 12)
  const age = year - child.born
  const row: ClientRow = {
    pseudo_id: child.id,
    kommun: child.municipality,
    manad: monthOf(year, month),
    kon: child.sex,
    aldersgrupp: ageGroup(age),
    modul: child.module,
    tillfalle: ends ? 'avslut' : 'arlig',
    lagrum: child.ground,
    placeringsform: child.placement,
    orsak: child.reason,
    manader_i_insats: step(year * 12 + month - child.started, 0, 252),
    omplaceringar: step(Math.abs(normal(random)) * 0.9, 0, 20),
    ...ending(random, child, ends, age),
    ...situation(random, child, age),
  }
  Object.assign(row, ratings(random, child, row))
  return withGaps(random, row, REQUIRED, NON_RESPONSE)
}

function ageGroup(age: number): string {
  const groups: [number, string][] = [
    [3, '0-3'],
    [6, '4-6'],
    [9, '7-9'],
    [12, '10-12'],
    [14, '13-14'],
    [17, '15-17'],
  ]
  return groups.find(([oldest]) => age <= oldest)?.[1] ?? '18-20'
}

function ending(random: Random, child: Child, ends: boolean, age: number): ClientRow {
  if (!ends) return { avslut_sort: 'pagar', avslut_orsak: 'N' }
  const unplanned = random() < 0.3 - 0.08 * child.wellbeing
  if (unplanned)
    return { avslut_sort: 'oplanerat', avslut_orsak: chosen(random, 'sammanbrott:60 flytt_hem:25 annan_insats:15') }
  const planned = 'mal_uppnatt:40 flytt_hem:20 overflyttad_vardnad:8 annan_insats:25 annat:7'
  return { avslut_sort: 'planerat', avslut_orsak: age >= 18 ? 'myndig' : chosen(random, planned) }
}

function situation(random: Random, { wellbeing }: Child, age: number): ClientRow {
  const likelier = (usual: number): 0 | 1 => yes(random, usual + 0.06 * wellbeing)
  return {
    barn_intervjuat: age < ANSWERS_FROM ? 0 : yes(random, 0.85),
    vardnadshavare_intervjuad: yes(random, 0.82),
    skolgang:
      age < 6 ? 'ej_skolalder' : chosen(random, wellbeing > -0.5 ? 'enligt_plan:78 delvis:17 ej:5' : SCHOOL_TROUBLE),
    lakarundersokning: likelier(0.68),
    tandvard: likelier(0.74),
    genomforandeplan: likelier(0.84),
    samtal_barn: step(5 + 3 * normal(random), 0, 60),
  }
}

const SCHOOL_TROUBLE = 'enligt_plan:48 delvis:35 ej:17'

/** Ratings 1–5 around the child's well-being; who was not interviewed has none, and small children none of their own. */
function ratings(random: Random, child: Child, row: ClientRow): ClientRow {
  const small = ['0-3', '4-6'].includes(String(row.aldersgrupp))
  const answers: ClientRow = {}
  for (const { id } of RATINGS) {
    const felt = 3.7 + 0.6 * child.wellbeing + 0.45 * normal(random)
    const rated = (offset: number): number => step(felt + offset + 0.6 * normal(random), 1, 5)
    answers[`barn_${id}`] = small ? 'N' : row.barn_intervjuat === 1 ? rated(-0.15) : null
    answers[`vardnadshavare_${id}`] = row.vardnadshavare_intervjuad === 1 ? rated(0) : null
    answers[`socialsekreterare_${id}`] = rated(0.2)
  }
  return answers
}
