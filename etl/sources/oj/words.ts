/** Words that headings are known by. A heading is compared whole, without case. */

export const CODE_HEADING =
  /^(?:kommun[-\s_]?(?:kod|nr|nummer|id)|k-?kod|kod|scb-?kod|region(?:kod|skod)|områdeskod|code|municipality[ _]code)$/i

export const NAME_HEADING =
  /^(?:kommun(?:er|namn|\/landsting|\/region)?|kommunens namn|namn|område|region|geografi|ort|plats|municipality|region(?:s)?namn|place|area)$/i

/** Columns that never hold codes, whatever their numbers are. */
export const NEVER_CODES =
  /(?:^|\s)(?:år|year|tid|period|antal|löp(?:nr|nummer)|nr|nummer|rad|post(?:nr|nummer)|värde|belopp|kostnad|summa|invånare|befolkning|rang|procent|andel|resultat|utfall|count|number|value)(?:$|\s|[,.(:])|år$/i

export const YEAR_HEADING =
  /^(?:(?:mät|verksamhets|redovisnings|statistik|undersöknings|data)?år|år\b.*|year|period|tid|time)$/i
export const SEX_HEADING = /^(?:kön|sex|gender)$/i
export const INDICATOR_HEADING =
  /^(?:nyckeltal(?:s-?(?:id|namn|titel))?|nyckeltal[ -]?id|indikator(?:er|namn)?|mått|kpi|kpi[ _]?id|fråga|variabel|indicator|titel)$/i
export const VALUE_HEADING = /^(?:visat värde|värde|value|resultat|utfall|varde|redovisat värde)$/i

/** Headings of columns that name or describe a place rather than measure it. */
export const LABEL_HEADING =
  /^(?:län|länskod|läns?namn|länsnr|region|regionkod|kommungrupp.*|grupp|skr.*|skl.*|county|landsting|kommentar.*|anmärkning.*|not|noter|källa|status|ägare|kommuntyp.*|enhet|verksamhet)$/i

/** What a heading says that its column is of an indicator, other than its value. */
export type Derived =
  | 'n'
  | 'lower'
  | 'upper'
  | 'numerator'
  | 'denominator'
  | 'change'
  | 'rank'
  | 'margin'
  | 'rate'
  | 'colour'
  | 'reference'

/** First that matches. */
export const DERIVED: [Derived, RegExp][] = [
  [
    'change',
    /förändring|skillnad|differens|(?:^|\s)(?:diff|ökning\p{L}*|minskning\p{L}*|utveckling\p{L}*|trend|change)(?:$|\s)|jämfört med/u,
  ],
  ['rank', /(?:^|\s)(?:rang\p{L}*|ranking|placering|plats|kvartil|percentil|rank)(?:$|\s)/u],
  ['lower', /(?:nedre|undre|lägre|lägsta)(?:\s|$)|(?:^|\s)lower(?:$|\s)|(?:^|\s)(?:lci|min)(?:$|\s)/],
  ['upper', /(?:övre|högre|högsta)(?:\s|$)|(?:^|\s)upper(?:$|\s)|(?:^|\s)(?:uci|max)(?:$|\s)/],
  [
    'margin',
    /felmarginal|konfidens|osäkerhet|(?:^|\s)ki(?:$|\s)|standardfel|standardavvikelse|medelfel|(?:^|\s)(?:ci|sd|se)(?:$|\s)|margin/,
  ],
  ['rate', /svarsfrekvens|svarsandel|bortfall|response rate/],
  ['numerator', /täljare|(?:^|\s)taljare|numerator/],
  ['denominator', /nämnare|(?:^|\s)namnare|denominator/],
  [
    'n',
    /antal (?:svar\p{L}*|besvarade|respondenter|personer som svarat|intervjuade)|svarande|respondenter|underlag|(?:^|\s)bas(?:$|\s)|(?:^|\s)n(?:$|\s)|number of (?:answers|respondents)/u,
  ],
  ['colour', /(?:^|\s)färg|grön|gul |röd|ampel|trafikljus|colou?r/],
  [
    'reference',
    /(?:^|\s)(?:riket|rikets|rikssnitt|medel|medelvärde i riket|medianen|median|länet|länets|snitt|genomsnitt riket|referens)(?:$|\s)/,
  ],
]
