import { missingWord } from '../../data/model/findings/missing.ts'
import type { Localized } from '../../data/model/localized.ts'
import type { Language } from '../language.ts'

const say = (sv: string, en: string): Localized => ({ sv, en })

const missing = (status: string): Localized => say(missingWord(status, 'sv'), missingWord(status, 'en'))

const STATUS = Object.fromEntries(
  ['missing', 'secrecy', 'not-applicable', 'protected'].map((status) => [status, missing(status)]),
)
const ASSESSED = { better: say('bättre', 'better'), worse: say('sämre', 'worse') }
const MOVING = {
  increasing: say('ökar', 'increasing'),
  decreasing: say('minskar', 'decreasing'),
  none: say('ingen säker förändring', 'no certain change'),
}
const OUTSIDE = {
  above95: say('över den inre gränsen', 'above the inner limit'),
  above998: say('över den yttre gränsen', 'above the outer limit'),
  below95: say('under den inre gränsen', 'below the inner limit'),
  below998: say('under den yttre gränsen', 'below the outer limit'),
}
const BOUND = { under: say('under', 'under'), over: say('över', 'over'), between: say('mellan', 'between') }

/** What the codes of a column mean, in words. CSV, Arrow and Parquet keep the codes. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  status: STATUS,
  xStatus: STATUS,
  yStatus: STATUS,
  beforeStatus: STATUS,
  nowStatus: STATUS,
  sex: { T: say('alla', 'everyone'), K: say('kvinnor', 'women'), M: say('män', 'men') },
  band: {
    best: say('bästa fjärdedelen', 'best quarter'),
    middle: say('mittersta hälften', 'middle half'),
    worst: say('sämsta fjärdedelen', 'worst quarter'),
  },
  comparison: {
    ...ASSESSED,
    similar: say('ungefär lika', 'about the same'),
    higher: say('högre', 'higher'),
    lower: say('lägre', 'lower'),
  },
  direction: {
    higher: say('högre är bättre', 'higher is better'),
    lower: say('lägre är bättre', 'lower is better'),
    neutral: say('varken högre eller lägre är bättre', 'neither higher nor lower is better'),
  },
  uncertainty: {
    stated: say('intervall ur underlaget', 'interval from the base'),
    measured: say('mätt ur siffrorna', 'measured from the figures'),
    unknown: say('inte känd', 'not known'),
  },
  recentTrend: MOVING,
  trendAssessment: { ...ASSESSED, ...MOVING },
  outside: OUTSIDE,
  outsideAdjusted: OUTSIDE,
  bound: BOUND,
  followUpBound: BOUND,
  finding: {
    differs: say('skiljer sig', 'differs'),
    moved: say('har förändrats', 'has changed'),
    missing: say('saknar värde', 'has no value'),
  },
  kind: {
    share: say('andel', 'share'),
    rate: say('tal per invånare', 'rate'),
    mean: say('medelvärde', 'mean'),
    amount: say('belopp', 'amount'),
    count: say('antal', 'count'),
    yesno: say('ja eller nej', 'yes or no'),
    ordinal: say('betyg i steg', 'grades'),
    index: say('index', 'index'),
  },
}

/** A cell for people; what has no words stays as it is. */
export const inWords = (key: string, text: string, language: Language): string => WORDS[key]?.[text]?.[language] ?? text
