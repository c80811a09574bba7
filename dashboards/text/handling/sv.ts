import type { HeldKind, KeptId, OutwardId, RightId } from '../../../data/model/handling.ts'

/** What each right lets one do. */
const RIGHTS: Record<RightId, string> = {
  open: 'Se Öppna jämförelser, katalog, metod och den här sidan',
  'sign-in': 'Logga in och se vem man är',
  'followup.read': 'Se skyddade siffror ur ASI och UBU',
  'account.own': 'Sköta sitt eget konto: lösenord, passnycklar, inloggningar, nycklar för program',
  'accounts.manage': 'Bjuda in, ändra roller och stänga konton',
  'audit.read': 'Läsa och spara händelseloggen',
  'uploads.send':
    'Lämna in, godkänna och återta: kommunens uttag och egna indikatorer, eller arbetsböcker från Öppna jämförelser',
  'uploads.read': 'Se inlämningar, fynd och kvitton',
  'mappings.keep': 'Spara hur kommunens filer läses',
  'uploads.calendar': 'Se vad som väntas och vilka som har lämnat, aldrig vad',
  'uploads.expect': 'Säga vad som väntas av vilka kommuner, och när',
  'meetings.lead': 'Börja och leda ett analysmöte',
  'meetings.read': 'Se sina egna möten och det som andra har delat',
  'meetings.take-part':
    'Delta i ett möte dit man är inbjuden eller har koden, och där se de skyddade siffror som mötets kort visar',
  'shelf.read': 'Läsa källorna på kunskapshyllan',
  'shelf.keep': 'Ställa källor på kunskapshyllan, ändra dem och ta bort dem',
}

/** For each kind of data about persons: whose, what, why, how long, how it is taken away. */
const HELD: Record<HeldKind, { who: string; what: string; why: string; long: string }> = {
  clients: {
    who: 'Klienter i missbruks- och beroendevården (ASI) och unga i öppna insatser (UBU)',
    what: 'Rader ur kommunens uttag: en pseudonym, månad, kön, åldersgrupp och svaren i formatets kolumner. Aldrig namn, personnummer, datum, adress eller fri text: sådana filer avvisas och raderas. Uppgifterna rör hälsa.',
    why: 'Att räkna fram skyddade siffror för uppföljning och jämförelse av socialtjänstens verksamhet',
    long: 'Tills kommunen återtar uttaget, ersätter det eller låter ta bort en person. Originalfilen raderas när den är avvisad, publicerad eller återtagen.',
  },
  files: {
    who: 'Samma personer, medan en fil kontrolleras',
    what: 'Filen som den skickades, och vad kontrollen fann: rader, kolumner och regler, aldrig värden',
    why: 'Att kontrollera filen innan något publiceras',
    long: 'Filen raderas genast om den avvisas, annars när den är publicerad eller återtagen. Fynden följer inlämningen.',
  },
  accounts: {
    who: 'De som har konto',
    what: 'Namn, e-postadress, roller, lösenordet som argon2id, koppling till kommunens egen inloggning',
    why: 'Att bara den som får ska komma åt något',
    long: 'Tills kontot stängs; då tas e-postadress, lösenord, roller, passnycklar och kopplingar bort. Namnet står kvar vid det som personen har gjort.',
  },
  'sign-in': {
    who: 'De som har konto',
    what: 'Var och när man är inloggad (webbläsare och system med två ord), nycklar för program och passnycklar; hemligheter lagras bara som kontrollsummor',
    why: 'Att kunna se och avsluta sina inloggningar, och bromsa den som gissar lösenord',
    long: 'Enligt lagringstiderna nedan',
  },
  'handing-in': {
    who: 'Dataansvariga i kommunerna',
    what: 'Vem som lämnade in, godkände och återtog, när, filens kontrollsumma, översättningar av rubriker och koder',
    why: 'Kvitto och historik för kommunen',
    long: 'Så länge tjänsten används av kommunen',
  },
  audit: {
    who: 'De som har konto, och den som försöker logga in (utan uppgift om vem)',
    what: 'Vad som gjordes, när och av vilket konto. Inga klientuppgifter, inga lösenord, inga adresser.',
    why: 'Att kunna visa i efterhand vad som har hänt, och att loggen inte har ändrats',
    long: 'Uppgifterna raderas efter tiden i inställningarna; att något hände och kontrollsumman står kvar',
  },
  meetings: {
    who: 'Deltagare i analysmöten',
    what: 'Namn eller valt namn, kommun, roll i mötet, det som man skriver, röster och åtaganden',
    why: 'Gemensam analys och uppföljning av det som bestämdes',
    long: 'Tills mötets ledare tar bort mötet',
  },
  shelf: {
    who: 'De som ställer källor på kunskapshyllan, och de som en källa själv nämner',
    what: 'Vilket konto som ställde dit källan, och källans titel, text och fil som den kom',
    why: 'Att det som mötena har läst finns kvar när en sida försvinner eller en enhet läggs ner',
    long: 'Tills någon som sköter hyllan tar bort källan',
  },
}

const KEPT: Record<KeptId, string> = {
  unsentUpload: 'En inlämning som börjades och aldrig skickades',
  undecidedUpload: 'En kontrollerad fil som ingen beslutar om',
  endedSignIn: 'Inloggningar, nycklar och länkar efter att de slutat gälla',
  attempt: 'Räknade misslyckade inloggningar',
  challenge: 'Det som delas ut och ska komma tillbaka vid inloggning',
  setUpLink: 'Länken som gör den första administratören',
  invitationLink: 'En inbjudan',
  resetLink: 'En länk till nytt lösenord',
  guest: 'Mötets kod och en gästs plats',
  placemat: 'Länken till en kommuns underlägg inför ett möte',
  meetingInBrowser:
    'Det som ett öppet möte har visat, i webbläsaren hos den som deltar: längst så länge, och borta vid utloggning',
}

const OUTWARD: Record<OutwardId, string> = {
  kolada: 'Hämta öppna nyckeltal från Kolada. Inget annat än frågan efter nyckeltal skickas.',
  transfer: 'Hämta en färdig utgåva från en annan maskin som driftansvarig själv har angett',
  provider: 'Inloggning hos kommunens egen inloggningstjänst (OpenID Connect)',
  mail: 'E-post med engångslänkar och påminnelser, aldrig med siffror eller klientuppgifter',
}

const SETTINGS: Readonly<Record<string, string>> = {
  JAMSIDES_PUBLISH_FOLLOWUP: 'Skyddade siffror ur ASI och UBU visas för alla, utan inloggning',
  JAMSIDES_FOUR_EYES: 'Två personer måste godkänna en inlämning',
  JAMSIDES_AUDIT_DAYS: 'Dagar tills händelseloggens uppgifter raderas',
  JAMSIDES_IDLE_MINUTES: 'Minuter utan användning tills en inloggning slutar gälla',
  JAMSIDES_SIGN_IN_HOURS: 'Timmar tills en inloggning slutar gälla',
  JAMSIDES_UPLOAD_MB: 'Största fil som får lämnas in, MB',
  JAMSIDES_FLOOR: 'Minsta skyddade antal som visas',
  JAMSIDES_PAIR_K: 'Minsta skillnad i personer mellan två siffror som visas',
}

/** The pages for the lawyer and for who runs the service, in Swedish. */
export const sv = {
  print: 'Skriv ut sidan',
  generated: 'Tabellerna hämtas ur programmets egna regler och inställningar när sidan öppnas.',
  rights: RIGHTS,
  held: HELD,
  kept: KEPT,
  outward: OUTWARD,
  settings: SETTINGS,
  open: { no: 'stängd', yes: 'öppen', command: 'bara medan kommandot körs' },
  reach: { all: 'ja', own: 'för sin egen', whole: 'Öppna jämförelser', none: '–' },
  everyone: 'alla',
  right: 'Får',
  nobody: 'utan konto',
  settingColumns: ['Inställning', 'Värde'],
  yesNo: { true: 'ja', false: 'nej' },
  keptColumns: ['Vad', 'Längst'],
  lasts: (minutes: number) => {
    if (minutes % 1440 === 0) return minutes === 1440 ? '1 dygn' : `${minutes / 1440} dygn`
    return minutes % 60 === 0 ? `${minutes / 60} timmar` : `${minutes} minuter`
  },
  personal: {
    title: 'Personuppgifter',
    lead: 'För kommunens jurist och dataskyddsombud: vilka uppgifter om personer som hanteras, varför, hur länge, vem som ser vad, och hur en person tas bort.',
    roles: {
      title: 'Ansvar',
      body: 'Kommunen är personuppgiftsansvarig för sina uttag. Den som driver tjänsten är personuppgiftsbiträde för kommunerna och behandlar uppgifterna bara enligt avtal. Inget skickas till den som har skrivit programmet, och ingenting hämtas därifrån när det används.',
    },
    record: {
      title: 'Registerförteckning',
      columns: ['Vilka personer', 'Vilka uppgifter', 'Ändamål', 'Hur länge', 'Tabeller'],
      apart: 'valvet, skilt från allt annat',
      files: 'mapp för inlämningar',
      recipients:
        'Mottagare: ingen utanför kommunen och den som driver tjänsten. Andra ser bara skyddade siffror. Överföring till tredje land: ingen.',
    },
    extracts: {
      title: 'Vad som lämnas in om en person',
      lead: (name: string, count: number) => `${name}: ${count} kolumner`,
      after: 'En fil med någon annan kolumn tas inte emot, om inte kommunen själv har valt att lämna kolumnen utanför.',
    },
    protection: {
      title: 'Hur en enskild skyddas',
      points: [
        'Pseudonymen görs hos kommunen; nyckeln lämnar den aldrig.',
        'Ingen siffra visas för färre personer än gränsen i inställningarna, och två siffror som visas skiljer sig aldrig åt på för få personer.',
        'Siffrorna har en slumpmässig avvikelse som dras en gång och sedan är densamma.',
        'En ny utgåva väntar tills tillräckligt många personer har ändrats, så att en jämförelse av två utgåvor inte berättar om en person.',
        'Raderna ligger i ett valv som webbtjänsten aldrig öppnar.',
      ],
    },
    forget: {
      title: 'Så hittas och tas en person bort',
      lead: 'En person finns bara under sin pseudonym. Kommunen räknar fram den med sin nyckel; ingen annan kan.',
      steps: [
        'Kommunen räknar fram personens pseudonym med nyckelfilen (sidan Lämna in, Bearbeta filen).',
        'Den som driver tjänsten kör kommandot nedan. Alla personens rader i alla uttag för kommunen tas bort, och samma fil tar inte tillbaka personen.',
        'Nästa utgåva görs utan personen. Siffrorna för ett år väntar vid spärren om färre än tio personer har ändrats: annars hade skillnaden berättat om personen.',
        'I händelseloggen står att det gjordes och för vilken kommun, aldrig för vem.',
      ],
      command: 'npm run etl -- forget PSEUDONYM --kommun KOD',
    },
    kept: { title: 'Lagringstider' },
    settings: { title: 'Inställningar som avgör' },
    who: {
      title: 'Vem får vad',
      lead: '"För sin egen" betyder den kommun, eller de kommuner i den grupp, som rollen gäller för.',
    },
    rightsOfPersons: {
      title: 'Den registrerades rättigheter',
      body: 'Tillgång och rättelse sker i kommunens eget system, där personen har sitt namn; ett nytt uttag ersätter det gamla. Radering görs som ovan. Inget beslut om en enskild fattas av tjänsten.',
    },
  },
  running: {
    title: 'Drift och säkerhet',
    lead: 'För kommunens it-avdelning: vad som körs, vad som lagras var, vad som lämnar maskinen, hot och åtgärder.',
    parts: {
      title: 'Vad som körs',
      points: [
        'En process i Node.js svarar på webben. Den öppnar bara färdiga utgåvor för läsning och arbetsytan med konton och kvitton.',
        'En egen process kontrollerar inlämnade filer, utan nätverk, med gränser för minne, tid och storlek. Webbprocessen läser aldrig en inlämnad fil.',
        'Siffror: DuckDB-filer i en mapp. Arbetsyta: SQLite i samma mapp, eller PostgreSQL.',
        'Framför: en egen proxy med https. Ange dess adress, så binds kakor, länkar och passnycklar till den.',
      ],
    },
    outward: {
      title: 'Vad som lämnar maskinen',
      lead: 'Ingenting, om inte driftansvarig öppnar en av de här vägarna:',
      columns: ['Väg', 'Här'],
    },
    backup: {
      title: 'Säkerhetskopia och återställning',
      points: [
        'npm run etl -- backup FIL gör en hel kopia; hemligheten krypteras med ett lösenord. npm run etl -- restore FIL lägger tillbaka den.',
        'npm run etl -- verify kontrollerar alla filer och händelseloggens kedja; med ett kvitto som ankare syns också om slutet har klippts bort.',
        'Före varje ändring av arbetsytans tabeller görs en kopia.',
      ],
    },
    threats: {
      title: 'Hot och åtgärder',
      columns: ['Hot', 'Åtgärd'],
      rows: [
        [
          'Någon gissar lösenord',
          'Argon2id, växande väntan per konto och adress, samma svar för okänt namn; ingen kan låsa ute någon annan',
        ],
        [
          'Lösenord lockas av någon på en falsk sida',
          'Passnycklar bundna till adressen, eller kommunens egen inloggning',
        ],
        [
          'En stulen kaka',
          'HttpOnly, SameSite och __Host- bakom https; inloggningar visas och avslutas av ägaren; passnycklar ändras bara kort efter inloggning',
        ],
        [
          'En annan webbplats skickar frågor i någons namn',
          'Bara tjänstens egna sidor får ändra något, även mot grannar på samma domän',
        ],
        ['Grannkommunens dataansvariga är nyfiken', 'Andras inlämningar svarar som sådana som aldrig har funnits'],
        ['En fientlig fil', 'Läses bara i en process utan nätverk, med gränser; raderas när den avvisas'],
        [
          'Siffror läggs ihop för att peka ut en person',
          'Röjandekontroll med avrundning, gränser, brus och spärr mellan utgåvor',
        ],
        [
          'Någon ändrar i händelseloggen',
          'Raderna är hopkedjade; ankare står i kvitton, utgåvor och den dagliga loggen',
        ],
        [
          'Driftansvarig själv',
          'Ser pseudonymer, aldrig namn; allt som görs med kommandon antecknas. Mot den som äger maskinen skyddar bara ankaren, i efterhand.',
        ],
        [
          'Strömavbrott, full disk',
          'En utgåva blir till i ett enda steg eller inte alls; det som har bekräftats finns kvar',
        ],
        ['Ett bibliotek har ett hål', 'Få bibliotek, exakta versioner i en låsfil, inga installationsskript'],
      ],
    },
  },
}

export type HandlingTexts = typeof sv
