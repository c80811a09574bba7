import { ageGroups, codeColumn, personColumns, SEXES_OF_CHILDREN, wholeColumns } from './columns.ts'
import { type Column, inWords } from './definition.ts'

/** Who is asked, in the order the figures are shown. */
export const RESPONDENTS = [
  { id: 'barn', title: inWords('Barnet', 'The child') },
  { id: 'vardnadshavare', title: inWords('Vårdnadshavaren', 'The guardian') },
  { id: 'socialsekreterare', title: inWords('Socialsekreteraren', 'The social worker') },
] as const

/** What each of them rates from 1 to 5. */
export const RATINGS = [
  { id: 'trygghet', title: inWords('trygghet', 'safety') },
  { id: 'trivsel', title: inWords('trivsel', 'well-being') },
  { id: 'delaktighet', title: inWords('delaktighet', 'participation') },
  { id: 'skola', title: inWords('skola', 'school') },
  { id: 'halsa', title: inWords('hälsa', 'health') },
  { id: 'familjekontakt', title: inWords('familjekontakt', 'family contact') },
  { id: 'maluppfyllelse', title: inWords('måluppfyllelse', 'goal attainment') },
] as const

/** A child's own answers are taken from seven years. */
export const ANSWERING_AGES = ['7-9', '10-12', '13-14', '15-17', '18-20']

const background: Column[] = [
  codeColumn(
    'modul',
    inWords('Modul', 'Module'),
    `familjehem: Familjehem (UBU-F) / Foster home (UBU-F)
     vard_och_boende: Vård och boende / Residential care
     kontaktfamilj: Kontaktfamilj / Contact family
     oppenvard: Öppenvård / Outpatient care`,
    true,
  ),
  codeColumn(
    'tillfalle',
    inWords('Tillfälle', 'Occasion'),
    `arlig: Årlig uppföljning / Yearly follow-up
     avslut: Avslut / Closing`,
    true,
  ),
  codeColumn(
    'lagrum',
    inWords('Lagrum', 'Legal ground'),
    `sol: SoL / Social Services Act
     lvu: LVU / Care of Young Persons Act`,
  ),
  codeColumn(
    'placeringsform',
    inWords('Placeringsform', 'Placement'),
    `slakt_natverk: Släkt- eller nätverkshem / Kinship home
     ordinarie: Ordinarie familjehem / Regular foster home
     konsulentstott: Konsulentstött familjehem / Agency-supported foster home
     jourhem: Jourhem / Emergency home
     hvb: HVB / Residential home
     stodboende: Stödboende / Supported housing
     sis: SiS-institution / State institution
     ej_placerad: Ej placerad / Not placed`,
  ),
  codeColumn(
    'orsak',
    inWords('Orsak till insatsen', 'Reason for the intervention'),
    `omsorgssvikt: Omsorgssvikt / Neglect
     barnets_beteende: Barnets beteende / The child’s behaviour
     fysisk_ohalsa_foralder: Förälders fysiska ohälsa / Parent’s physical ill-health
     psykisk_ohalsa_foralder: Förälders psykiska ohälsa / Parent’s mental ill-health
     missbruk_foralder: Förälders missbruk / Parent’s substance use
     vald: Våld / Violence
     relationsproblem: Relationsproblem / Relationship problems
     ensamkommande: Ensamkommande / Unaccompanied
     annat: Annat / Other`,
  ),
  ...wholeColumns(0, 252, 'manader_i_insats: Månader i insatsen / Months in the intervention'),
  ...wholeColumns(0, 20, 'omplaceringar: Omplaceringar / Moves between placements'),
]

const ending: Column[] = [
  codeColumn(
    'avslut_sort',
    inWords('Avslutets sort', 'Kind of ending'),
    `planerat: Planerat / Planned
     oplanerat: Oplanerat / Unplanned
     pagar: Pågår / Ongoing`,
  ),
  codeColumn(
    'avslut_orsak',
    inWords('Avslutets orsak', 'Reason for ending'),
    `mal_uppnatt: Målet uppnått / Goal attained
     flytt_hem: Flytt hem / Moved home
     sammanbrott: Sammanbrott / Breakdown
     overflyttad_vardnad: Överflyttad vårdnad / Custody transferred
     myndig: Myndig / Of age
     annan_insats: Annan insats / Another intervention
     annat: Annat / Other`,
  ),
]

const situation: Column[] = [
  ...wholeColumns(
    0,
    1,
    `barn_intervjuat: Barnet intervjuat (0/1) / Child interviewed (0/1)
     vardnadshavare_intervjuad: Vårdnadshavaren intervjuad (0/1) / Guardian interviewed (0/1)`,
  ),
  codeColumn(
    'skolgang',
    inWords('Skolgång', 'Schooling'),
    `enligt_plan: Enligt plan / As planned
     delvis: Delvis / In part
     ej: Ej / Not
     ej_skolalder: Ej i skolålder / Not of school age`,
  ),
  ...wholeColumns(
    0,
    1,
    `lakarundersokning: Läkarundersökning, senaste 12 mån (0/1) / Medical check, last 12 months (0/1)
     tandvard: Tandvård, senaste 12 mån (0/1) / Dental care, last 12 months (0/1)
     genomforandeplan: Genomförandeplan, senaste 12 mån (0/1) / Implementation plan, last 12 months (0/1)`,
  ),
  ...wholeColumns(
    0,
    60,
    'samtal_barn: Enskilda samtal med barnet, senaste 12 mån / Talks with the child alone, last 12 months',
  ),
]

const ratings: Column[] = RESPONDENTS.flatMap((respondent) =>
  RATINGS.map((rating) => ({
    id: `${respondent.id}_${rating.id}`,
    title: inWords(
      `${respondent.title.sv} om ${rating.title.sv} (1–5)`,
      `${respondent.title.en} on ${rating.title.en} (1–5)`,
    ),
    content: { kind: 'whole', min: 1, max: 5 },
  })),
)

/** Every column of a UBU extract, in the template's order. */
export const UBU_COLUMNS: Column[] = [
  ...personColumns(ageGroups('0-3 4-6 7-9 10-12 13-14 15-17 18-20'), SEXES_OF_CHILDREN),
  ...background,
  ...ending,
  ...situation,
  ...ratings,
]

/** The ratings that are the child's own answers. */
export const CHILD_ANSWERS = RATINGS.map((rating) => `barn_${rating.id}`)
