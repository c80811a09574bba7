import type { MethodTexts } from './explained.ts'

/** The method page in Swedish. */
export const sv: MethodTexts = {
  title: 'Så är siffrorna räknade',
  lead: 'Varje metod i fyra meningar och en bild. Det publicerade värdet räknas aldrig om; det är allt runt omkring det som beskrivs här.',
  contents: 'Metoder',
  invented: 'Bilderna är ritade med påhittade tal.',
  formula: 'Formel och källa',
  explained: {
    'share-interval': {
      title: 'Intervall för en andel',
      sentences: [
        'En andel som bygger på svar från ett begränsat antal personer hade kunnat bli en annan om några andra hade svarat.',
        'Strecket visar vilka värden på den underliggande andelen som stämmer med svaren; så räknat täcker ungefär 95 av 100 streck det rätta värdet.',
        'Ju färre svar, desto längre streck: 70 procent av 30 svar ger 52–83 procent, av 3 000 svar 68–72.',
        'För brukarundersökningarna är underlaget alla som svarat på någon fråga, så där är strecken snarast något för korta.',
      ],
      picture: 'Tre andelar på 70 procent: strecket är långt för 30 svar, kortare för 300 och mycket kort för 3 000.',
      labels: ['30 svar', '300 svar', '3 000 svar'],
      formula: 'Wilsons poängintervall: (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1,96',
      source: 'Wilson 1927, Journal of the American Statistical Association 22',
    },
    'rate-interval': {
      title: 'Intervall för ett tal per invånare',
      sentences: [
        'Antalet fall per invånare varierar från år till år av slump, även när ingenting har ändrats.',
        'Strecket visar vilka underliggande nivåer som stämmer med så många fall som talet bygger på.',
        'Det är antalet fall som avgör, inte folkmängden: 4 fall ger ett mycket långt streck, 400 fall ett kort.',
        'Metoden förutsätter att fallen inträffar oberoende av varandra; hänger de ihop, som syskon i samma familj, är osäkerheten större än strecket visar.',
      ],
      picture: 'Tre tal på 1 per 1 000 invånare: strecket är långt för 4 fall, kortare för 40 och kort för 400.',
      labels: ['4 fall', '40 fall', '400 fall'],
      formula: 'Byars approximation, under 10 fall exakt Poisson (χ²); gränserna delas med folkmängden',
      source: 'Breslow & Day 1987, Statistical Methods in Cancer Research II',
    },
    'mean-interval': {
      title: 'Intervall för ett medelvärde',
      sentences: [
        'Ett medelvärde av få personer flyttar sig lätt: en enda hög eller låg skattning märks.',
        'Strecket visar var det underliggande medelvärdet rimligen ligger, räknat på hur många personerna är och hur mycket de skiljer sig åt.',
        'Fyra gånger så många personer ger ungefär hälften så långt streck.',
        'För ASI och UBU räknas strecket på de skyddade talen och rymmer även den slump som skyddet lägger till.',
      ],
      picture: 'Tre medelvärden på 5: strecket är långt för 10 personer, hälften så långt för 40 och kort för 160.',
      labels: ['10 personer', '40 personer', '160 personer'],
      formula:
        'x̄ ± t(n − 1)·s/√n; för skyddade tal z = 1,96 och variansen s²/n + 2(0,75·d)²/n², där d är halva skalan och n det visade antalet',
      source: 'Student 1908, Biometrika 6; för skyddade tal egen härledning ur hur bruset läggs till',
    },
    'measured-noise': {
      title: 'Uppmätt osäkerhet',
      sentences: [
        'För de flesta indikatorer är underlaget inte känt, så där mäts osäkerheten i siffrorna själva: hur mycket kommuners värden brukar svänga från ett år till nästa, utöver vad medianen gör.',
        'Det mäts för fem storlekar av kommuner var för sig, eftersom små kommuner svänger mer, och det prickade strecket går så långt åt vardera hållet att bara en av tjugo svängningar är större.',
        'Verklig utveckling räknas med som svängning, så måttet tiger hellre än påstår; jämfört med de intervall som underlaget ger är det ändå minst lika stort bara för ungefär två av tre indikatorer i exempeldata, och det kan vara för litet där få kommuner svarar eller där samma personer finns kvar år efter år.',
        'Där mer än en fjärdedel av värdena står helt stilla, och för ja och nej, grader och antal, mäts ingenting, och då kallas ingen skillnad tydlig.',
      ],
      picture: 'Två kommuner under sex år: den lilla kommunens linje svänger mycket, den storas nästan inte alls.',
      labels: ['liten', 'stor'],
      formula:
        '1,96 · 1,4826 · median(|förändring − klassens median|) / √2 per storleksklass; två värden skiljer sig åt bortom √(a² + b²) av sina streck',
      source: 'Huber 1981, Robust Statistics; utjämning över storlek efter Ayer m.fl. 1955',
    },
    rank: {
      title: 'Plats och dess intervall',
      sentences: [
        'Platsen är ordningen bland kommuner med värde: 1 är bäst i indikatorns riktning, högst där riktning saknas, och lika värden delar den bästa platsen.',
        'Små skillnader i värdet kan ge stora hopp i plats, därför står platsen med sitt intervall eller sin färg.',
        'Intervallet rymmer de platser som kommunen rimligen kan ha när osäkerheten i både den egna och de andras siffror räknas in.',
        'Går det från plats 40 till 190 säger platsen nästan ingenting, hur exakt den än ser ut.',
      ],
      picture:
        'Sex kommuner i ordning: den första kan ha plats 1 till 4, och bara den sista är säkert bland de två sista.',
      labels: ['A', 'B', 'C', 'D', 'E', 'F', 'plats 1', 'plats 6'],
      formula: 'Marginella konfidensmängder för rang, 95 procent, med stegvis prövning av alla skillnader mot de andra',
      source: 'Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91; R-paketet csranks',
    },
    band: {
      title: 'Färger',
      sentences: [
        'Kommunerna ordnas i indikatorns riktning: den bästa fjärdedelen får blå triangel uppåt, den mittersta hälften grå cirkel och den sämsta fjärdedelen orange triangel nedåt.',
        'Det är Öppna jämförelsers egen regel med grönt, gult och rött, i färger och former som alla kan skilja åt.',
        'Färgen säger var kommunen ligger bland de andra, inte om det är bra eller dåligt: en fjärdedel är sämst även när alla gör bra ifrån sig.',
        'Kostnader, volymer och annat utan riktning får lila romb, den som saknar värde ingen färg, och under åtta kommuner färgas inga.',
      ],
      picture:
        'Tolv kommuner i ordning: tre med blå triangel uppåt, sex med grå cirkel, tre med orange triangel nedåt.',
      labels: ['bäst', 'sämst'],
      formula: 'Rang r bland N: bäst om r ≤ N/4, sämst om r > 3N/4; delad plats ger samma färg',
      source: 'Socialstyrelsen och SKR, Öppna jämförelser',
    },
    reference: {
      title: 'Jämförelse med median och riket',
      sentences: [
        'Medianen är värdet för den mittersta kommunen: lika många ligger lägre som högre, och varje kommun räknas lika.',
        'Rikets värde är det som publicerats för hela landet; där väger stora kommuner tyngre, så det kan skilja sig från medianen.',
        'Ligger jämförelsevärdet utanför kommunens 95-procentiga intervall är kommunen bättre eller sämre, annars liknande.',
        'Liknande betyder att skillnaden kan vara slump, inte att den är noll.',
      ],
      picture:
        'Tre kommuner mot medianen: en vars streck ligger helt över den, en vars streck går över den och en helt under.',
      labels: ['bättre', 'liknande', 'sämre', 'median'],
      formula: 'Andelar jämförs med riket där det är publicerat, annat med medianen; gränsen själv räknas som liknande',
      source: 'Samma regel som i Fingertips, Office for Health Improvement and Disparities',
    },
    quartiles: {
      title: 'Kvartiler och det grå fältet',
      sentences: [
        'Kommunernas värden ställs i ordning och delas i fyra lika stora delar; gränserna är undre kvartil, median och övre kvartil.',
        'Det grå fältet går från undre till övre kvartilen och rymmer den mittersta hälften av kommunerna.',
        'Hamnar en gräns mellan två kommuner tas ett värde däremellan, i proportion till avståndet.',
        'Fältet visar hur kommunerna brukar skilja sig åt, inte hur osäker den egna siffran är.',
      ],
      picture: 'Tolv kommuner längs en linje; ett grått fält täcker de sex mittersta, med medianen i mitten.',
      labels: ['undre kvartil', 'median', 'övre kvartil'],
      formula: 'Typ 7: värdet på plats 1 + (N − 1)p i ordningen, rätlinjigt mellan de två närmaste',
      source: 'Hyndman & Fan 1996, The American Statistician 50; det vanliga valet i R',
    },
    units: {
      title: 'Enheter inom kommunen',
      sentences: [
        'Kolada publicerar en del indikatorer per enhet, som ett särskilt boende, en hemtjänst eller en skola, och de visas precis så.',
        'Kommunens eget värde står överst och är det som Kolada publicerar för kommunen: det räknas inte fram ur enheterna.',
        'Enheterna står i bokstavsordning, för underlaget är litet och de har olika uppgifter: en plats bland dem skulle mest vara slump.',
        'De jämförs inte med andra kommuners enheter, och är ett värde hemligt eller saknas hos källan så förblir det så här.',
      ],
      picture: 'Tre enheter med streck för osäkerheten mot kommunens värde 75: bara den största skiljer sig säkert.',
      labels: ['Eken, 12 svar', 'Aspen, 40 svar', 'Linden, 160 svar', 'hela kommunen'],
      formula: 'Inget räknas om; streck ur underlaget (n) som för kommunerna, där källan publicerar antalet per enhet',
      source: 'Egen regel; att små enheter inte bör rangordnas visar Goldstein och Spiegelhalter 1996, JRSS A',
    },
    'sex-gap': {
      title: 'Gapet mellan kvinnor och män',
      sentences: [
        'Gapet är kvinnornas värde minus männens i samma kommun och år, i indikatorns egen enhet.',
        'Kommunerna ordnas efter hur stort gapet är, åt vilket håll det än går.',
        'Gapet har inget eget intervall, så ett stort gap i en liten kommun kan vara slump.',
        'Att kvinnor och män skiljer sig åt kan bero på behov, ålder eller bemötande; gapet säger inte vilket.',
      ],
      picture:
        'Tre kommuner: i den första ligger kvinnorna klart högre än männen, i den andra lägre, i den tredje lika.',
      labels: ['A', 'B', 'C'],
      formula: 'Värdet för kvinnor − värdet för män, i varje kommun där båda är publicerade',
      source: 'Egen beräkning på de publicerade värdena för kvinnor och män',
    },
    funnel: {
      title: 'Tratten',
      sentences: [
        'Varje kommun är en punkt med sitt underlag vågrätt och sitt värde lodrätt; tratten är vid för små underlag, eftersom slumpen gör mest där.',
        'Enbart slump ger en punkt utanför den yttre gränsen två gånger på tusen och utanför den inre fem gånger på hundra.',
        'Kommuner skiljer sig oftast åt mer än slumpen, så de heldragna gränserna är vidgade efter hur mycket de brukar göra det.',
        'Att ligga utanför är en anledning att ta reda på varför, inte ett betyg.',
      ],
      picture:
        'En tratt som smalnar av åt höger: nästan alla punkter ligger innanför, en ligger under den yttre gränsen.',
      labels: ['A', 'alla'],
      formula:
        'Gränsen är det värde vars eget intervall (Wilson; exakt Poisson) nätt och jämnt når det gemensamma värdet; φ = Σz²/k med z indragna till sina 10- och 90-procentsgränser; vidgade gränser med √(s² + τ²)',
      source: 'Spiegelhalter 2005, Statistics in Medicine 24 och Quality and Safety in Health Care 14',
    },
    trend: {
      title: 'Utveckling på fem år',
      sentences: [
        'De fem senaste åren prövas tillsammans, så att ett enstaka hopp inte tas för en förändring.',
        'Stigande eller sjunkande skrivs bara om lutningen är större än vad slumpen ger två gånger på tusen, och pekar åt samma håll vilket år som än tas bort.',
        'Annars står det ”ingen säker förändring”, vilket inte är detsamma som att allt står stilla.',
        'Saknas ett av åren, eller är osäkerheten i dem okänd, sägs ingenting om utvecklingen.',
      ],
      picture:
        'Två serier på fem år: en stiger jämnt och kallas stigande, en hoppar upp och ned utan säker förändring.',
      labels: ['stigande', 'ingen säker förändring'],
      formula:
        'Andelar: χ² för trend; annat: vägd minsta kvadrat med w = (3,92/(övre − undre))². Förändring om χ² > 9,5495 och lutningen behåller tecknet när ett år i taget tas bort',
      source: 'Armitage 1955, Biometrics 11; Fingertips, regeln för utveckling',
    },
    correlation: {
      title: 'Korrelation och linje',
      sentences: [
        'Varje kommun är en punkt med den ena indikatorn vågrätt och den andra lodrätt.',
        'Korrelationen går från −1 till 1 och säger hur väl punkterna följer en rät linje; den efter rang säger hur väl ordningen stämmer, och störs mindre av enstaka ytterligheter.',
        'Linjen är den som ligger närmast punkterna på höjden, och fältet visar var den rimligen går.',
        'Att två mått följs åt säger inte att det ena orsakar det andra, och det som gäller kommuner behöver inte gälla personer.',
      ],
      picture: 'Tjugo punkter kring en stigande linje med ett smalt fält runt.',
      labels: ['andel A', 'andel B', 'den egna'],
      formula: 'Pearsons r, Spearmans ρ; minsta kvadratmetoden, fältet ŷ ± t(n − 2)·s·√(1/n + (x − x̄)²/Σ(x − x̄)²)',
      source: 'Pearson 1896; Spearman 1904, American Journal of Psychology 15',
    },
    likeness: {
      title: 'Likhet mellan kommuner',
      sentences: [
        'Likheten räknas på några bakgrundsmått, som den som läser kan byta ut och ge olika vikt.',
        'Varje skillnad mäts i standardavvikelser, alltså i hur mycket kommuner brukar skilja sig åt, så att folkmängd och andelar kan läggas ihop.',
        'Avståndet är roten ur de kvadrerade skillnadernas vägda medelvärde: noll är helt lika, och de med minst avstånd är mest lika.',
        'Avståndet säger bara något om måtten som ingår, och en kommun där mått med över hälften av vikten saknas räknas inte.',
      ],
      picture: 'Fem kommuner i ordning efter avstånd, från 0,2 för den mest lika till 1,6.',
      labels: ['A', 'B', 'C', 'D', 'E', 'helt lika'],
      formula: 'd = √(Σw·z²/Σw), z = skillnaden i standardavvikelser över alla kommuner',
      source: 'Viktat euklidiskt avstånd; egen definition, inte Koladas grupper av liknande kommuner',
    },
    standardised: {
      title: 'Hänsyn till vilka de är',
      sentences: [
        'Två kommuner kan skilja sig åt bara för att de möter olika personer, till exempel yngre eller fler kvinnor.',
        'Därför räknas först det förväntade antalet: hur många det hade blivit om varje ålder och kön i kommunen hade haft hela gruppens nivå.',
        'Kvoten mellan verkligt och förväntat antal är 1 när kommunen ligger som gruppen och högre när den ligger högre, och den visas med sitt intervall.',
        'Hänsyn tas bara till ålder och kön, och bara där det står vid siffran.',
      ],
      picture: 'Tre kommuner mot linjen 1: en med kvoten 1,6 helt över, en nära 1 och en med 0,55 helt under.',
      labels: ['fler än väntat', 'som väntat', 'färre än väntat', '1'],
      formula: 'O/E med Byars intervall, exakt Poisson under 10; direkt standardiserade tal enligt Dobson',
      source: 'Breslow & Day 1987; Dobson m.fl. 1991, Statistics in Medicine 10',
    },
    'reliable-change': {
      title: 'Säker förändring',
      sentences: [
        'En skattning svajar något även när ingenting har hänt, därför räknas inte varje steg som en förändring.',
        'En säker förändring är större än vad mätfelet ensamt ger fem gånger på hundra.',
        'För intervjuarens skattning i ASI antas tillförlitligheten 0,89 och spridningen vid grundintervjun 2,5 steg, vilket ger gränsen 2,3, alltså minst tre steg.',
        'Den säger att personens siffra har ändrats, inte varför, och antagandet står här för att kunna ifrågasättas.',
      ],
      picture: 'Fyra personers förändring: två inom det grå fältet kring noll, en klart under och en klart över.',
      labels: ['A', 'B', 'C', 'D', 'kan vara mätfel'],
      formula: '(efter − före) / (s·√(2(1 − r))), säker vid 1,96 eller mer åt något håll',
      source: 'Jacobson & Truax 1991, Journal of Consulting and Clinical Psychology 59; McLellan m.fl. 1985 för r',
    },
    'paired-change': {
      title: 'Före och efter',
      sentences: [
        'Samma personer jämförs med sig själva, så att skillnader mellan personer inte stör.',
        'Förändringen är medelvärdet av efter minus före, med ett intervall; rymmer intervallet noll kan förändringen vara slump.',
        'Har några få personer ändrats mycket finns ett prov som ser till ordningen på förändringarna i stället för deras storlek.',
        'Att det blev bättre efter en insats bevisar inte att insatsen var orsaken: det finns ingen grupp utan insats att jämföra med.',
      ],
      picture:
        'Tio personers skattning före och efter; de flesta linjer går nedåt, och medelvärdet faller från 5,7 till 4,4.',
      labels: ['före', 'efter', 'medel 4,4'],
      formula: 't = d̄/(s/√n) med n − 1 frihetsgrader på skillnaderna; Wilcoxons teckenrangtest på de skilda från noll',
      source: 'Student 1908, Biometrika 6; Wilcoxon 1945, Biometrics Bulletin 1',
    },
    shrinkage: {
      title: 'Små kommuner',
      sentences: [
        'I små kommuner blir värdet lätt högt eller lågt av slump, så de fyller ofta båda ändarna av en rangordning.',
        'Ett krympt värde dras mot allas gemensamma nivå, mer ju osäkrare den egna siffran är.',
        'Det gissar bättre i genomsnitt över alla kommuner men kan dölja en liten kommun som verkligen avviker, därför står råvärdet alltid bredvid.',
        'Krympta värden visas bara där det står vid siffran.',
      ],
      picture: 'Fem kommuner: de två osäkraste dras långt in mot mitten, de säkra nästan inte alls.',
      labels: ['liten', 'stor', 'stor', 'liten', 'stor', 'gemensam nivå'],
      formula: 'Empirisk Bayes mot det precisionsvägda medelvärdet, τ² enligt DerSimonian–Laird',
      source: 'DerSimonian & Laird 1986, Controlled Clinical Trials 7; Efron & Morris 1975',
    },
    'control-chart': {
      title: 'Styrdiagram, och varför de inte används här',
      sentences: [
        'Ett styrdiagram följer en serie per månad eller kvartal och skiljer vanlig variation från något nytt.',
        'Gränserna räknas på hur mycket serien brukar hoppa från en punkt till nästa.',
        'En punkt utanför, sju i rad på samma sida eller sju i rad uppåt eller nedåt är exempel på tecken att något har hänt.',
        'Öppna jämförelser har en siffra om året, vilket är för få punkter; där passar intervall, tratt och utveckling på fem år.',
      ],
      picture: 'Fjorton månader kring ett medelvärde; en månad ligger över den övre gränsen.',
      labels: ['övre gräns', 'medel', 'undre gräns'],
      formula: 'XmR: medel ± 2,66 · genomsnittligt hopp, där hopp över 3,267 gånger genomsnittet först tas bort',
      source: 'Shewhart 1931, Economic Control of Quality of Manufactured Product; Wheeler 1993',
    },
    grades: {
      title: 'Svar på grader som prickar',
      sentences: [
        'När några få personer har svarat på en fråga med grader visas varje svar som en prick på sin grad.',
        'Av tio svar är ett enda tio procent, så procent och medelvärden skulle säga mer än svaren bär.',
        'Är fler än sextio svar i en grupp visas staplar i stället, fortfarande med antalet personer.',
        'Bredvid står alltid vilka som tillfrågades och hur många som svarade.',
      ],
      picture: 'Fyra grader med en prick för var och en av tio svarande: 1, 2, 5 och 2.',
      labels: ['Nej', 'Till liten del', 'Till stor del', 'Ja'],
      formula: 'Antal svar per grad, som källan har räknat dem; ingenting räknas om',
      source:
        'Egen regel; att visa små underlag som enskilda punkter rekommenderas av Weissgerber m.fl. 2015, PLOS Biology',
    },
    'follow-up': {
      title: 'Uppföljningsgrad',
      sentences: [
        'Uppföljningsgraden är hur stor del av dem som hade en grundintervju under året som också har en uppföljning.',
        'De som inte följs upp är sällan som de andra: de som mår sämst, eller bäst, kan vara svårast att nå.',
        'Därför visas en förändring bara tillsammans med sin uppföljningsgrad, och är graden skyddad visas inte förändringen heller.',
        'Ju lägre grad, desto mindre säger förändringen om alla som har intervjuats.',
      ],
      picture: 'Hundra rutor, en för var hundradel av de intervjuade: 62 fyllda är uppföljda, 38 tomma är det inte.',
      labels: ['62 % uppföljda'],
      formula: 'Uppföljda av grundintervjuade samma år, räknat på de skyddade antalen',
      source: 'Egen definition; regeln att aldrig visa en förändring utan bortfall är vanlig i uppföljningsstudier',
    },
    protection: {
      title: 'Skyddet av personerna bakom siffrorna',
      sentences: [
        'Antal visas avrundade till närmaste femtal och är dessutom justerade med en liten slump, så ingen siffra är exakt.',
        'Samma fråga ger alltid samma svar för alla, men delarna behöver inte bli exakt lika med totalen.',
        'En grupp visas bara om både gruppen och de som blir över är tillräckligt många.',
        'Andelar och medelvärden räknas på de skyddade talen, och andelar nära 0 eller 100 procent visas som ”under” eller ”över”.',
      ],
      picture: 'Tre grupper: 37 personer visas som 35, 22 visas som 25 och en grupp på 6 visas inte.',
      labels: ['37 visas som 35', '22 visas som 25', '6 visas inte'],
      formula:
        'Cellnyckelmetoden för antal; parregeln: två visade grupper av samma slag i en kommun och ett år gäller antingen samma personer eller skiljer sig med minst fem. Ett statistiskt skydd, inte ett matematiskt bevis mot varje tänkbar slutsats',
      source: 'Fraser & Wooton 2005, UNECE; samma metod som i Statistiska centralbyråns befolkningsstatistik',
    },
  },
}
