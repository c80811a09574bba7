import type { MethodTexts } from './explained.ts'

/** The method page in English. */
export const en: MethodTexts = {
  title: 'How the figures are made',
  lead: 'Each method in four sentences and a picture. The published value itself is never recalculated; what is described here is everything around it.',
  contents: 'Methods',
  invented: 'The pictures are drawn from invented numbers.',
  formula: 'Formula and source',
  explained: {
    'share-interval': {
      title: 'Interval for a share',
      sentences: [
        'A share that rests on answers from a limited number of people could have been another if some others had answered.',
        'The bar shows which values of the underlying share agree with the answers; made this way, about 95 bars in 100 cover the true value.',
        'The fewer the answers, the longer the bar: 70 per cent of 30 answers gives 52–83 per cent, of 3,000 answers 68–72.',
        'For the user surveys the base is everyone who answered any question, so there the bars are, if anything, slightly too short.',
      ],
      picture: 'Three shares of 70 per cent: the bar is long for 30 answers, shorter for 300 and very short for 3,000.',
      labels: ['30 answers', '300 answers', '3,000 answers'],
      formula: 'Wilson’s score interval: (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96',
      source: 'Wilson 1927, Journal of the American Statistical Association 22',
    },
    'rate-interval': {
      title: 'Interval for a rate per inhabitants',
      sentences: [
        'The number of cases per inhabitants varies from year to year by chance, even when nothing has changed.',
        'The bar shows which underlying rates agree with as many cases as the figure rests on.',
        'It is the number of cases that decides, not the population: 4 cases give a very long bar, 400 cases a short one.',
        'The method takes it that cases occur independently; where they go together, like siblings in a family, the uncertainty is larger than the bar shows.',
      ],
      picture: 'Three rates of 1 per 1,000 inhabitants: the bar is long for 4 cases, shorter for 40 and short for 400.',
      labels: ['4 cases', '40 cases', '400 cases'],
      formula: 'Byar’s approximation, below 10 cases exact Poisson (χ²); the limits are divided by the population',
      source: 'Breslow & Day 1987, Statistical Methods in Cancer Research II',
    },
    'mean-interval': {
      title: 'Interval for a mean',
      sentences: [
        'A mean of few people moves easily: a single high or low rating shows.',
        'The bar shows where the underlying mean may reasonably lie, given how many the people are and how much they differ.',
        'Four times as many people give a bar about half as long.',
        'For ASI and UBU the bar is made from the protected figures and holds the chance that the protection adds as well.',
      ],
      picture: 'Three means of 5: the bar is long for 10 people, half as long for 40 and short for 160.',
      labels: ['10 people', '40 people', '160 people'],
      formula:
        'x̄ ± t(n − 1)·s/√n; for protected figures z = 1.96 and the variance s²/n + 2(0.75·d)²/n², where d is half the scale and n the count shown',
      source: 'Student 1908, Biometrika 6; for protected figures derived here from how the noise is added',
    },
    'measured-noise': {
      title: 'Measured uncertainty',
      sentences: [
        'For most indicators the base is not known, so the uncertainty is measured in the figures themselves: how far municipalities’ values usually swing from one year to the next, beyond what the median does.',
        'It is measured for five sizes of municipalities apart, since small ones swing more, and the dashed bar reaches so far to either side that only one swing in twenty is larger.',
        'Real change is counted as swing too, so the measure rather keeps silent than claims; yet, set beside the intervals that a base gives, it is no smaller for only about two of three indicators of the sample, and it may be too small where few municipalities answer or where the same persons remain year after year.',
        'Where more than a quarter of the values stand exactly still, and for yes and no, grades and counts, nothing is measured, and then no difference is called clear.',
      ],
      picture:
        'Two municipalities over six years: the line of the small one swings far, that of the large one hardly at all.',
      labels: ['small', 'large'],
      formula:
        '1.96 · 1.4826 · median(|change − median of the class|) / √2 for each class of size; two values differ beyond √(a² + b²) of their bars',
      source: 'Huber 1981, Robust Statistics; smoothing over size after Ayer et al. 1955',
    },
    rank: {
      title: 'Rank and its interval',
      sentences: [
        'The rank is the order among municipalities with a value: 1 is best in the direction of the indicator, highest where it has none, and equal values share the best rank.',
        'Small differences in value can make large leaps in rank, so a rank stands with its interval or its colour.',
        'The interval holds the ranks that the municipality may reasonably have when the uncertainty of its own and the others’ figures is counted in.',
        'If it runs from 40 to 190, the rank says next to nothing, however exact it looks.',
      ],
      picture:
        'Six municipalities in order: the first may be number 1 to 4, and only the last is surely among the last two.',
      labels: ['A', 'B', 'C', 'D', 'E', 'F', 'rank 1', 'rank 6'],
      formula: 'Marginal confidence sets for ranks, 95 per cent, by a step-down test of all differences to the others',
      source: 'Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91; the R package csranks',
    },
    band: {
      title: 'Colours',
      sentences: [
        'The municipalities are put in order of the indicator’s direction: the best quarter gets a blue triangle pointing up, the middle half a grey circle and the worst quarter an orange triangle pointing down.',
        'It is the Swedish open comparisons’ own rule of green, yellow and red, in colours and shapes that everyone can tell apart.',
        'The colour says where the municipality lies among the others, not whether that is good or bad: a quarter is worst even when all do well.',
        'Costs, volumes and others without direction get a purple diamond, one without a value no colour, and below eight municipalities none is coloured.',
      ],
      picture:
        'Twelve municipalities in order: three with a blue triangle up, six with a grey circle, three with an orange triangle down.',
      labels: ['best', 'worst'],
      formula: 'Rank r among N: best if r ≤ N/4, worst if r > 3N/4; a shared rank gives the same colour',
      source: 'Socialstyrelsen and SKR, Öppna jämförelser',
    },
    reference: {
      title: 'Comparison with median and country',
      sentences: [
        'The median is the value of the municipality in the middle: as many lie below as above, and each municipality counts alike.',
        'The country’s value is the one published for all of Sweden; large municipalities weigh more there, so it may differ from the median.',
        'If the reference lies outside the municipality’s 95 per cent interval, the municipality is better or worse, otherwise similar.',
        'Similar means that the difference may be chance, not that it is zero.',
      ],
      picture:
        'Three municipalities against the median: one whose bar lies wholly above, one whose bar crosses it and one wholly below.',
      labels: ['better', 'similar', 'worse', 'median'],
      formula:
        'Shares are set beside the country where it is published, others beside the median; the limit itself counts as similar',
      source: 'The same rule as in Fingertips, Office for Health Improvement and Disparities',
    },
    quartiles: {
      title: 'Quartiles and the grey field',
      sentences: [
        'The municipalities’ values are put in order and split into four equal parts; the limits are lower quartile, median and upper quartile.',
        'The grey field runs from the lower to the upper quartile and holds the middle half of the municipalities.',
        'Where a limit falls between two municipalities, a value between them is taken, in proportion to the distance.',
        'The field shows how municipalities usually differ, not how uncertain one’s own figure is.',
      ],
      picture:
        'Twelve municipalities along a line; a grey field covers the six in the middle, with the median inside it.',
      labels: ['lower quartile', 'median', 'upper quartile'],
      formula: 'Type 7: the value at place 1 + (N − 1)p in the order, linear between the two nearest',
      source: 'Hyndman & Fan 1996, The American Statistician 50; the default of R',
    },
    units: {
      title: 'Units of a municipality',
      sentences: [
        'Kolada publishes some indicators by unit, such as a special housing, a home care service or a school, and they are shown just so.',
        "The municipality's own value stands first and is what Kolada publishes of the municipality: it is not made out of the units.",
        'Units stand in the order of their names, for their base is small and their tasks differ: a place among them would mostly be chance.',
        'They are not compared with those of other municipalities, and what is secret or missing at the source stays so here.',
      ],
      picture:
        "Three units with bars of uncertainty against the municipality's value 75: only the largest surely differs.",
      labels: ['Eken, 12 answers', 'Aspen, 40 answers', 'Linden, 160 answers', 'whole municipality'],
      formula:
        'Nothing is recalculated; bars from the base (n) as of municipalities, where the source publishes it by unit',
      source:
        'Our own rule; that small units should not be ranked is shown by Goldstein and Spiegelhalter 1996, JRSS A',
    },
    'sex-gap': {
      title: 'The gap between women and men',
      sentences: [
        'The gap is the value of women less that of men in the same municipality and year, in the indicator’s own unit.',
        'The municipalities are put in order of how wide the gap is, whichever way it goes.',
        'The gap has no interval of its own, so a wide gap in a small municipality may be chance.',
        'That women and men differ may come from needs, age or how they are met; the gap does not say which.',
      ],
      picture:
        'Three municipalities: in the first women lie clearly higher than men, in the second lower, in the third level.',
      labels: ['A', 'B', 'C'],
      formula: 'The value of women − the value of men, in each municipality where both are published',
      source: 'Our own calculation on the published values of women and men',
    },
    funnel: {
      title: 'The funnel',
      sentences: [
        'Each municipality is a point with its base along and its value up; the funnel is wide for small bases, since chance does most there.',
        'Chance alone puts a point outside the outer limit two times in a thousand and outside the inner one five times in a hundred.',
        'Municipalities mostly differ by more than chance, so the solid limits are widened by how much they usually do.',
        'To lie outside is a reason to find out why, not a mark.',
      ],
      picture: 'A funnel that narrows to the right: nearly all points lie inside it, one lies below the outer limit.',
      labels: ['A', 'all'],
      formula:
        'The limit is the value whose own interval (Wilson; exact Poisson) just reaches the common value; φ = Σz²/k with z drawn in to its 10 and 90 per cent limits; widened limits with √(s² + τ²)',
      source: 'Spiegelhalter 2005, Statistics in Medicine 24 and Quality and Safety in Health Care 14',
    },
    trend: {
      title: 'Trend over five years',
      sentences: [
        'The last five years are tested together, so that a single leap is not taken for a change.',
        'Rising or falling is written only where the slope is larger than chance makes it two times in a thousand, and points the same way whichever year is left out.',
        'Otherwise it says “no certain change”, which is not the same as everything standing still.',
        'If one of the years is missing, or its uncertainty is not known, nothing is said of the trend.',
      ],
      picture:
        'Two series over five years: one rises steadily and is called rising, one goes up and down without certain change.',
      labels: ['rising', 'no certain change'],
      formula:
        'Shares: χ² for trend; others: weighted least squares with w = (3.92/(upper − lower))². A change if χ² > 9.5495 and the slope keeps its sign when one year at a time is left out',
      source: 'Armitage 1955, Biometrics 11; Fingertips, the rule for recent trends',
    },
    correlation: {
      title: 'Correlation and line',
      sentences: [
        'Each municipality is a point with one indicator along and the other up.',
        'The correlation goes from −1 to 1 and says how well the points follow a straight line; the one by rank says how well the order agrees, and is disturbed less by single extremes.',
        'The line is the one that lies nearest the points in height, and the field shows where it may reasonably run.',
        'That two measures go together does not say that one causes the other, and what holds for municipalities need not hold for people.',
      ],
      picture: 'Twenty points around a rising line with a narrow field around it.',
      labels: ['share A', 'share B', 'the own one'],
      formula: 'Pearson’s r, Spearman’s ρ; least squares, the field ŷ ± t(n − 2)·s·√(1/n + (x − x̄)²/Σ(x − x̄)²)',
      source: 'Pearson 1896; Spearman 1904, American Journal of Psychology 15',
    },
    likeness: {
      title: 'Likeness of municipalities',
      sentences: [
        'The likeness is made from some background measures, which the reader may exchange and weight.',
        'Each difference is measured in standard deviations, that is in how much municipalities usually differ, so that population and shares can be put together.',
        'The distance is the root of the weighted mean of the squared differences: zero is quite alike, and those with the least distance are most alike.',
        'The distance speaks only of the measures in it, and a municipality that lacks measures with more than half of the weight is not counted.',
      ],
      picture: 'Five municipalities in order of distance, from 0.2 for the most alike to 1.6.',
      labels: ['A', 'B', 'C', 'D', 'E', 'quite alike'],
      formula: 'd = √(Σw·z²/Σw), z = the difference in standard deviations over all municipalities',
      source: 'Weighted Euclidean distance; our own definition, not Kolada’s groups of similar municipalities',
    },
    standardised: {
      title: 'Allowing for who they are',
      sentences: [
        'Two municipalities may differ only because they meet different people, for instance younger ones or more women.',
        'So the expected number comes first: how many there would have been if each age and sex in the municipality had had the whole group’s level.',
        'The ratio of actual to expected is 1 where the municipality lies with the group and higher where it lies higher, and it is shown with its interval.',
        'Only age and sex are allowed for, and only where it says so beside the figure.',
      ],
      picture:
        'Three municipalities against the line 1: one at 1.6 wholly above, one near 1 and one at 0.55 wholly below.',
      labels: ['more than expected', 'as expected', 'fewer than expected', '1'],
      formula: 'O/E with Byar’s interval, exact Poisson below 10; directly standardised rates by Dobson’s method',
      source: 'Breslow & Day 1987; Dobson et al. 1991, Statistics in Medicine 10',
    },
    'reliable-change': {
      title: 'Reliable change',
      sentences: [
        'A rating wavers a little even when nothing has happened, so not every step is counted as a change.',
        'A reliable change is larger than measurement error alone makes it five times in a hundred.',
        'For the interviewer’s rating in ASI the reliability is taken to be 0.89 and the spread at baseline 2.5 steps, which gives the limit 2.3, so at least three steps.',
        'It says that the person’s figure has changed, not why, and the assumption stands here so that it can be questioned.',
      ],
      picture:
        'The change of four people: two within the grey field around zero, one clearly below and one clearly above.',
      labels: ['A', 'B', 'C', 'D', 'may be error'],
      formula: '(after − before) / (s·√(2(1 − r))), reliable at 1.96 or more either way',
      source: 'Jacobson & Truax 1991, Journal of Consulting and Clinical Psychology 59; McLellan et al. 1985 for r',
    },
    'paired-change': {
      title: 'Before and after',
      sentences: [
        'The same people are compared with themselves, so that differences between people do not disturb.',
        'The change is the mean of after less before, with an interval; if the interval holds zero, the change may be chance.',
        'Where a few people have changed much, there is a test that looks at the order of the changes rather than their size.',
        'That it became better after a measure does not prove that the measure was the cause: there is no group without it to compare with.',
      ],
      picture: 'Ten people’s rating before and after; most lines go down, and the mean falls from 5.7 to 4.4.',
      labels: ['before', 'after', 'mean 4.4'],
      formula:
        't = d̄/(s/√n) with n − 1 degrees of freedom on the differences; Wilcoxon’s signed rank on those not zero',
      source: 'Student 1908, Biometrika 6; Wilcoxon 1945, Biometrics Bulletin 1',
    },
    shrinkage: {
      title: 'Small municipalities',
      sentences: [
        'In small municipalities the value is easily high or low by chance, so they often fill both ends of a ranking.',
        'A shrunk value is drawn towards the common level of all, the more so the less certain its own figure is.',
        'It guesses better on average over all municipalities but may hide a small one that really differs, so the raw value always stands beside it.',
        'Shrunk values are shown only where it says so beside the figure.',
      ],
      picture:
        'Five municipalities: the two least certain are drawn far in towards the middle, the certain ones hardly at all.',
      labels: ['small', 'large', 'large', 'small', 'large', 'common level'],
      formula: 'Empirical Bayes towards the precision-weighted mean, τ² by DerSimonian–Laird',
      source: 'DerSimonian & Laird 1986, Controlled Clinical Trials 7; Efron & Morris 1975',
    },
    'control-chart': {
      title: 'Control charts, and why they are not used here',
      sentences: [
        'A control chart follows a series by month or quarter and tells usual variation from something new.',
        'The limits are made from how much the series usually jumps from one point to the next.',
        'A point outside, seven in a row on one side or seven in a row up or down are examples of signs that something has happened.',
        'Öppna jämförelser has one figure a year, which is too few points; intervals, funnel and the trend over five years fit it instead.',
      ],
      picture: 'Fourteen months around a mean; one month lies above the upper limit.',
      labels: ['upper limit', 'mean', 'lower limit'],
      formula: 'XmR: mean ± 2.66 · mean jump, where jumps above 3.267 times the mean one are first left out',
      source: 'Shewhart 1931, Economic Control of Quality of Manufactured Product; Wheeler 1993',
    },
    grades: {
      title: 'Answers on grades as dots',
      sentences: [
        'Where a few people have answered a question on grades, each answer is shown as a dot on its grade.',
        'Of ten answers a single one is ten per cent, so percentages and means would say more than the answers bear.',
        'Where a group has more than sixty answers, bars are shown instead, still with the number of people.',
        'Beside them always stands who was asked and how many answered.',
      ],
      picture: 'Four grades with a dot for each of ten who answered: 1, 2, 5 and 2.',
      labels: ['No', 'To a small extent', 'To a large extent', 'Yes'],
      formula: 'The number of answers on each grade, as the source counted them; nothing is recalculated',
      source:
        'Our own rule; showing small samples as single points is recommended by Weissgerber et al. 2015, PLOS Biology',
    },
    'follow-up': {
      title: 'Follow-up rate',
      sentences: [
        'The follow-up rate is the part of those with a baseline interview in the year who also have a follow-up.',
        'Those who are not followed up are seldom like the others: those who are worst off, or best, may be hardest to reach.',
        'So a change is shown only together with its follow-up rate, and where the rate is protected the change is not shown either.',
        'The lower the rate, the less the change says of all who were interviewed.',
      ],
      picture:
        'A hundred squares, one for each hundredth of those interviewed: 62 filled were followed up, 38 empty were not.',
      labels: ['62% followed up'],
      formula: 'Followed up of those with a baseline in the same year, from the protected counts',
      source: 'Our own definition; never to show a change without its loss is a common rule of follow-up studies',
    },
    protection: {
      title: 'Protecting the people behind the figures',
      sentences: [
        'Counts are shown rounded to the nearest five and are adjusted by a little chance besides, so no figure is exact.',
        'The same question always gives everyone the same answer, but the parts need not add up exactly to the total.',
        'A group is shown only if both the group and those who are left over are many enough.',
        'Shares and means are made from the protected figures, and shares near 0 or 100 per cent are shown as “under” or “over”.',
      ],
      picture: 'Three groups: 37 people are shown as 35, 22 as 25, and a group of 6 is not shown.',
      labels: ['37 shown as 35', '22 shown as 25', '6 not shown'],
      formula:
        'The cell key method for counts; the pair rule: two shown groups of a kind in a municipality’s year hold the same people or differ by at least five. A statistical protection, not a mathematical proof against every conceivable inference',
      source: 'Fraser & Wooton 2005, UNECE; the method of Statistics Sweden’s population statistics',
    },
  },
}
