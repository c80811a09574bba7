import type { Localized } from '../model/localized.ts'
import { ageGroups, amountColumns, codeColumn, personColumns, SEXES, wholeColumns } from './columns.ts'
import { type Column, inWords } from './definition.ts'

/** The seven areas of the interview, in its own order. */
export const AREAS = [
  { id: 'fysisk', title: inWords('Fysisk hälsa', 'Physical health') },
  { id: 'arbete', title: inWords('Arbete och försörjning', 'Work and support') },
  { id: 'alkohol', title: inWords('Alkohol', 'Alcohol') },
  { id: 'narkotika', title: inWords('Narkotika', 'Drugs') },
  { id: 'rattsligt', title: inWords('Rättslig situation', 'Legal situation') },
  { id: 'familj', title: inWords('Familj och umgänge', 'Family and social life') },
  { id: 'psykisk', title: inWords('Psykisk hälsa', 'Mental health') },
] as const

export type Area = (typeof AREAS)[number]['id']

const daysTitle = (area: { id: string; title: Localized }): Localized =>
  area.id === 'rattsligt'
    ? inWords('Dagar med brott för egen vinning, senaste 30', 'Days of illegal activity for profit, last 30')
    : inWords(`${area.title.sv}: dagar med problem, senaste 30`, `${area.title.en}: days with problems, last 30`)

const areaColumns = (area: (typeof AREAS)[number]): Column[] => [
  { id: `${area.id}_dagar`, title: daysTitle(area), content: { kind: 'whole', min: 0, max: 30 } },
  {
    id: `${area.id}_oro`,
    title: inWords(`${area.title.sv}: klientens oro`, `${area.title.en}: the client’s worry`),
    content: { kind: 'whole', min: 0, max: 4 },
  },
  {
    id: `${area.id}_hjalpbehov`,
    title: inWords(`${area.title.sv}: klientens önskan om hjälp`, `${area.title.en}: the client’s wish for help`),
    content: { kind: 'whole', min: 0, max: 4 },
  },
  {
    id: `${area.id}_skattning`,
    title: inWords(`${area.title.sv}: intervjuarens skattning`, `${area.title.en}: the interviewer’s rating`),
    content: { kind: 'whole', min: 0, max: 9 },
  },
]

const background: Column[] = [
  codeColumn(
    'intervju',
    inWords('Intervju', 'Interview'),
    `grund: Grundintervju / Baseline
     uppfoljning: Uppföljning / Follow-up`,
    true,
  ),
  codeColumn(
    'dominerande_preparat',
    inWords('Dominerande preparat', 'Main drug'),
    `alkohol: Alkohol / Alcohol
     cannabis: Cannabis / Cannabis
     amfetamin: Amfetamin / Amphetamine
     kokain: Kokain / Cocaine
     heroin: Heroin / Heroin
     andra_opioider: Andra opioider / Other opioids
     lugnande: Lugnande medel / Sedatives
     blandmissbruk: Blandmissbruk / Several drugs
     annat: Annat / Other
     inget: Inget / None`,
  ),
  codeColumn(
    'insats',
    inWords('Insats', 'Intervention'),
    `oppenvard: Öppenvård / Outpatient care
     institution: Institution / Residential care
     lakemedelsbehandling: Läkemedelsbehandling / Medication
     boende: Boende / Housing
     ingen: Ingen / None
     annat: Annat / Other`,
  ),
  codeColumn(
    'forsorjning',
    inWords('Försörjning', 'Livelihood'),
    `arbete: Arbete / Work
     studier: Studier / Studies
     sjukpenning: Sjukpenning / Sickness benefit
     ekonomiskt_bistand: Ekonomiskt bistånd / Social assistance
     pension: Pension / Pension
     annat: Annat / Other`,
  ),
  codeColumn(
    'boende',
    inWords('Boende', 'Housing'),
    `eget: Eget / Own
     andrahand: Andrahand / Sublet
     institution: Institution / Institution
     hemlos: Hemlös / Homeless
     narstaende: Hos närstående / With family or friends
     annat: Annat / Other`,
  ),
]

const yesNo = wholeColumns(
  0,
  1,
  `korkort: Giltigt körkort (0/1) / Valid driving licence (0/1) (E4)
   tillgang_bil: Tillgång till bil (0/1) / Car available (0/1) (E5)
   rattsligt_vantar: Väntar på åtal, rättegång eller dom (0/1) / Awaiting charges, trial or sentence (0/1) (L24)
   konflikt_mor: Allvarlig konflikt med mor, senaste 30 (0/1/N) / Serious conflict with mother, last 30 (0/1/N) (F18)
   konflikt_far: … med far / … with father (F19)
   konflikt_syskon: … med syskon / … with siblings (F20)
   konflikt_partner: … med partner / … with partner (F21)
   konflikt_barn: … med barn / … with children (F22)
   konflikt_annan_slakt: … med annan släkt / … with other relatives (F23)
   konflikt_vanner: … med nära vänner / … with close friends (F24)
   konflikt_grannar: … med grannar / … with neighbours (F25)
   konflikt_arbetskamrater: … med arbetskamrater / … with co-workers (F26)
   psykisk_depression: Allvarlig depression, senaste 30 (0/1) / Serious depression, last 30 (0/1) (P4)
   psykisk_angest: … ångest / … anxiety (P5)
   psykisk_hallucinationer: … hallucinationer / … hallucinations (P6)
   psykisk_koncentration: … svårt att förstå, minnas, koncentrera sig / … trouble understanding, concentrating, remembering (P7)
   psykisk_vald: … svårt att kontrollera våldsamt beteende / … trouble controlling violent behaviour (P8)
   psykisk_suicidtankar: … allvarliga självmordstankar / … serious thoughts of suicide (P9)
   psykisk_suicidforsok: … självmordsförsök / … suicide attempt (P10)
   psykisk_medicin: … förskriven psykiatrisk medicin / … prescribed psychiatric medication (P11)`,
)

const days = wholeColumns(
  0,
  30,
  `arbete_betalda_dagar: Betalda arbetsdagar, senaste 30 / Days paid for working, last 30 (E11)
   alkohol_anvandning_dagar: Dagar med alkohol, senaste 30 / Days of alcohol use, last 30 (D1)
   alkohol_berusning_dagar: Dagar med alkohol till berusning / Days of alcohol to intoxication (D2)
   heroin_dagar: Dagar med heroin / Days of heroin (D3)
   metadon_dagar: Dagar med metadon / Days of methadone (D4)
   andra_opiater_dagar: Dagar med andra opiater / Days of other opiates (D5)
   barbiturater_dagar: Dagar med barbiturater / Days of barbiturates (D6)
   lugnande_dagar: Dagar med lugnande medel / Days of sedatives (D7)
   kokain_dagar: Dagar med kokain / Days of cocaine (D8)
   amfetamin_dagar: Dagar med amfetamin / Days of amphetamines (D9)
   cannabis_dagar: Dagar med cannabis / Days of cannabis (D10)
   hallucinogener_dagar: Dagar med hallucinogener / Days of hallucinogens (D11)
   blandbruk_dagar: Dagar med mer än ett preparat / Days of more than one substance (D13)`,
)

const amounts = amountColumns(
  `arbete_nettolon: Nettolön, senaste 30 dagarna (kr) / Net earnings, last 30 days (SEK) (E12)
   alkohol_kostnad: Pengar till alkohol, senaste 30 dagarna (kr) / Money spent on alcohol, last 30 days (SEK) (D23)
   illegal_inkomst: Olaglig inkomst, senaste 30 dagarna (kr) / Illegal income, last 30 days (SEK) (E17)`,
)

const satisfaction = wholeColumns(
  0,
  2,
  'familj_nojd_civilstand: Nöjd med civilståndet (0 nej, 1 likgiltig, 2 ja) / Satisfied with marital status (0 no, 1 indifferent, 2 yes) (F3)',
)

/** Every column of an ASI extract, in the template's order. */
export const ASI_COLUMNS: Column[] = [
  ...personColumns(ageGroups('18-24 25-34 35-44 45-54 55-64 65+'), SEXES),
  ...background,
  ...AREAS.flatMap(areaColumns),
  ...yesNo,
  ...days,
  ...amounts,
  ...satisfaction,
]
