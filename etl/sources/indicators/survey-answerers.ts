import type { Answerers } from '../../../data/model/survey.ts'

const WORDS: [RegExp, Answerers][] = [
  [/^(?:\p{L}*chef(?:er)?|\p{L}*ledare|managers?)$/u, 'managers'],
  [/^(?:personal(?:en)?|medarbetare|handläggare|socialsekreterare|anställda|staff|employees)$/u, 'staff'],
  [/^(?:övriga|andra|samverkansparter|politiker|förtroendevalda|others|partners)$/u, 'others'],
]

const CLIENTS =
  /klient|brukar|patient|barn|ungdom|förälder|föräldrar|vårdnadshavare|anhörig|närstående|invånare|client|user|child|parent|relative/u

/** Who has answered, by the word of the file; null where that is not known. Who is close to a client counts as one. */
export function answerersIn(word: string): Answerers | null {
  const plain = word.trim().toLowerCase()
  return isOfClients(plain) ? 'clients' : (WORDS.find(([form]) => form.test(plain))?.[1] ?? null)
}

/** Whether those who answered are people whom the social services help, or theirs. */
const isOfClients = (word: string): boolean => CLIENTS.test(word.toLowerCase())
