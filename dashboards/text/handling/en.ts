import type { HandlingTexts } from './sv.ts'

/** The pages for the lawyer and for who runs the service, in English. */
export const en: HandlingTexts = {
  print: 'Print the page',
  generated: 'The tables come out of the program’s own rules and settings when the page is opened.',
  rights: {
    open: 'See Öppna jämförelser, catalogue, method and this page',
    'sign-in': 'Sign in and see who one is',
    'followup.read': 'See protected figures of ASI and UBU',
    'account.own': 'Keep one’s own account: password, passkeys, sign-ins, keys for programs',
    'accounts.manage': 'Invite, change roles and close accounts',
    'audit.read': 'Read and save the audit log',
    'uploads.send':
      'Hand in, approve and withdraw: the municipality’s extracts and local indicators, or workbooks of Öppna jämförelser',
    'uploads.read': 'See uploads, findings and receipts',
    'mappings.keep': 'Keep how the municipality’s files are read',
    'uploads.calendar': 'See what is expected and who has handed in, never what',
    'uploads.expect': 'Say what is expected of which municipalities, and when',
    'meetings.lead': 'Begin and lead an analysis session',
    'meetings.read': 'See one’s own sessions and what others have shared',
    'meetings.take-part':
      'Take part in a session that one is invited to or has the code of, and see there the protected figures that its cards show',
    'shelf.read': 'Read the sources on the knowledge shelf',
    'shelf.keep': 'Put sources on the knowledge shelf, change them and take them away',
  },
  held: {
    clients: {
      who: 'Clients in addiction care (ASI) and young people in open measures (UBU)',
      what: 'Rows of the municipality’s extract: a pseudonym, month, sex, age group and the answers in the format’s columns. Never a name, personal number, date, address or free text: such files are refused and deleted. The data concern health.',
      why: 'To compute protected figures with which social services are followed up and compared',
      long: 'Until the municipality withdraws the extract, replaces it or has a person taken out. The file itself is deleted when it is refused, published or withdrawn.',
    },
    files: {
      who: 'The same persons, while a file is being checked',
      what: 'The file as it was sent, and what the check found: rows, columns and rules, never values',
      why: 'To check the file before anything is published',
      long: 'The file is deleted at once where it is refused, else when it is published or withdrawn. The findings stay with the upload.',
    },
    accounts: {
      who: 'Those who have an account',
      what: 'Name, e-mail address, roles, the password as argon2id, the tie to the municipality’s own sign-in',
      why: 'So that only who may reaches anything',
      long: 'Until the account is closed; e-mail address, password, roles, passkeys and ties are then taken away. The name stays with what the person did.',
    },
    'sign-in': {
      who: 'Those who have an account',
      what: 'Where and when one is signed in (browser and system in two words), keys for programs and passkeys; secrets are stored as digests only',
      why: 'So that one can see and end one’s sign-ins, and to slow down who guesses passwords',
      long: 'By the storage times below',
    },
    'handing-in': {
      who: 'Data managers of the municipalities',
      what: 'Who handed in, approved and withdrew, when, the digest of the file, mappings of headings and codes',
      why: 'Receipt and history for the municipality',
      long: 'As long as the municipality uses the service',
    },
    audit: {
      who: 'Those who have an account, and whoever tries to sign in (without saying who)',
      what: 'What was done, when and by which account. No client data, no passwords, no addresses.',
      why: 'To show afterwards what happened, and that the log was not changed',
      long: 'Particulars are erased after the time in the settings; that something happened, and the digest, stay',
    },
    meetings: {
      who: 'Participants of analysis sessions',
      what: 'Name or chosen name, municipality, role in the session, what one writes, votes and actions',
      why: 'Common analysis, and to follow up what was decided',
      long: 'Until the host of the session deletes it',
    },
    shelf: {
      who: 'Those who put sources on the knowledge shelf, and those whom a source itself names',
      what: 'Which account put the source there, and its title, text and file as it came',
      why: 'That what the sessions have read stays when a page goes or a unit closes',
      long: 'Until somebody who keeps the shelf takes the source away',
    },
  },
  kept: {
    unsentUpload: 'An upload that was begun and never sent',
    undecidedUpload: 'A checked file that nobody decides about',
    endedSignIn: 'Sign-ins, keys and links after they have run out',
    attempt: 'Failed sign-ins that are counted',
    challenge: 'What is handed out and must come back at sign-in',
    setUpLink: 'The link that makes the first administrator',
    invitationLink: 'An invitation',
    resetLink: 'A link to a new password',
    guest: 'The code of a session and the seat of a guest',
    placemat: 'The link to a municipality’s placemat before a session',
    meetingInBrowser:
      'What an open session has shown, in the browser of who takes part: at most so long, and gone at sign-out',
  },
  outward: {
    kolada: 'Fetching open indicators from Kolada. Nothing but the question for indicators is sent.',
    transfer: 'Fetching a finished release from another machine that the operator has named',
    provider: 'Sign-in with the municipality’s own provider (OpenID Connect)',
    mail: 'E-mail with one-time links and reminders, never with figures or client data',
  },
  settings: {
    JAMSIDES_PUBLISH_FOLLOWUP: 'Protected figures of ASI and UBU are shown to everyone, without signing in',
    JAMSIDES_FOUR_EYES: 'Two persons must approve what is handed in',
    JAMSIDES_AUDIT_DAYS: 'Days until the particulars of the audit log are erased',
    JAMSIDES_IDLE_MINUTES: 'Minutes without use until a sign-in ends',
    JAMSIDES_SIGN_IN_HOURS: 'Hours until a sign-in ends',
    JAMSIDES_UPLOAD_MB: 'Largest file that may be handed in, MB',
    JAMSIDES_FLOOR: 'Smallest protected count that is shown',
    JAMSIDES_PAIR_K: 'Smallest difference in persons between two figures that are shown',
  },
  open: { no: 'closed', yes: 'open', command: 'only while the command runs' },
  reach: { all: 'yes', own: 'for one’s own', whole: 'Öppna jämförelser', none: '–' },
  everyone: 'everyone',
  right: 'May',
  nobody: 'without an account',
  settingColumns: ['Setting', 'Value'],
  yesNo: { true: 'yes', false: 'no' },
  keptColumns: ['What', 'At most'],
  lasts: (minutes) => {
    if (minutes % 1440 === 0) return minutes === 1440 ? '1 day' : `${minutes / 1440} days`
    return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`
  },
  personal: {
    title: 'Personal data',
    lead: 'For the municipality’s lawyer and data protection officer: which data about persons are handled, why, for how long, who sees what, and how a person is taken out.',
    roles: {
      title: 'Responsibility',
      body: 'The municipality is the controller of its extracts. Whoever runs the service is the processor for the municipalities and handles the data by contract only. Nothing is sent to whoever wrote the program, and nothing is fetched from there when it is used.',
    },
    record: {
      title: 'Record of processing',
      columns: ['Which persons', 'Which data', 'Purpose', 'For how long', 'Tables'],
      apart: 'the vault, apart from everything else',
      files: 'folder of uploads',
      recipients:
        'Recipients: nobody outside the municipality and whoever runs the service. Others see protected figures only. Transfer to third countries: none.',
    },
    extracts: {
      title: 'What is handed in about a person',
      lead: (name, count) => `${name}: ${count} columns`,
      after:
        'A file with any other column is not taken, unless the municipality itself has chosen to leave the column out.',
    },
    protection: {
      title: 'How a person is protected',
      points: [
        'The pseudonym is made at the municipality; the key never leaves it.',
        'No figure is shown for fewer persons than the limit in the settings, and two figures that are shown never differ by too few persons.',
        'The figures have a random deviation that is drawn once and then stays the same.',
        'A new release waits until enough persons have changed, so that comparing two releases tells nothing of one person.',
        'The rows lie in a vault that the web service never opens.',
      ],
    },
    forget: {
      title: 'How a person is found and taken out',
      lead: 'A person is there only under the pseudonym. The municipality computes it with its key; nobody else can.',
      steps: [
        'The municipality computes the person’s pseudonym with its key file (page Hand in, Reduce the file).',
        'Whoever runs the service runs the command below. Every row of the person in every extract of the municipality is taken away, and the same file does not bring the person back.',
        'The next release is made without the person. Figures of a year wait at the gate where fewer than ten persons have changed: else the difference would tell of the person.',
        'The audit log says that it was done and for which municipality, never for whom.',
      ],
      command: 'npm run etl -- forget PSEUDONYM --kommun CODE',
    },
    kept: { title: 'Storage times' },
    settings: { title: 'Settings that decide' },
    who: {
      title: 'Who may do what',
      lead: '“For one’s own” means the municipality, or the municipalities of the group, that the role holds for.',
    },
    rightsOfPersons: {
      title: 'Rights of the data subject',
      body: 'Access and rectification happen in the municipality’s own system, where the person has a name; a new extract replaces the old one. Erasure is done as above. The service takes no decision about a person.',
    },
  },
  running: {
    title: 'Operation and security',
    lead: 'For the municipality’s IT department: what runs, what is stored where, what leaves the machine, threats and measures.',
    parts: {
      title: 'What runs',
      points: [
        'One Node.js process answers on the web. It opens only finished releases, to read, and the workspace with accounts and receipts.',
        'A process of its own checks files that were handed in, without network, with limits on memory, time and size. The web process never reads such a file.',
        'Figures: DuckDB files in a folder. Workspace: SQLite in the same folder, or PostgreSQL.',
        'In front: a proxy of your own with https. Give its address, and cookies, links and passkeys are bound to it.',
      ],
    },
    outward: {
      title: 'What leaves the machine',
      lead: 'Nothing, unless the operator opens one of these ways:',
      columns: ['Way', 'Here'],
    },
    backup: {
      title: 'Backup and restoring',
      points: [
        'npm run etl -- backup FILE makes a whole copy; the secret is encrypted with a passphrase. npm run etl -- restore FILE puts it back.',
        'npm run etl -- verify checks all files and the chain of the audit log; with a receipt as anchor it also sees whether the end was cut off.',
        'Before each change of the workspace’s tables a copy is made.',
      ],
    },
    threats: {
      title: 'Threats and measures',
      columns: ['Threat', 'Measure'],
      rows: [
        [
          'Somebody guesses passwords',
          'Argon2id, a growing wait per account and address, the same answer for an unknown name; nobody can lock another out',
        ],
        [
          'A password is coaxed out of somebody on a false page',
          'Passkeys bound to the address, or the municipality’s own sign-in',
        ],
        [
          'A stolen cookie',
          'HttpOnly, SameSite and __Host- behind https; sign-ins are shown to and ended by their owner; passkeys are changed only soon after signing in',
        ],
        [
          'Another site asks in somebody’s name',
          'Only the service’s own pages may change anything, also against neighbours on the same domain',
        ],
        ['The data manager of a neighbour is curious', 'Uploads of others answer like those that never were'],
        ['A hostile file', 'Is read only in a process without network, within limits; deleted when refused'],
        [
          'Figures are put together to point out a person',
          'Disclosure control with rounding, limits, noise and a gate between releases',
        ],
        [
          'Somebody changes the audit log',
          'Its lines are chained; anchors stand in receipts, releases and the daily log',
        ],
        [
          'The operator',
          'Sees pseudonyms, never names; what is done by command is noted. Against the owner of the machine only the anchors protect, afterwards.',
        ],
        ['Power failure, full disk', 'A release comes about in one step or not at all; what was acknowledged is there'],
        ['A library has a hole', 'Few libraries, exact versions in a lock file, no install scripts'],
      ],
    },
  },
}
