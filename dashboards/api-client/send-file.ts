import type { Problem } from '../../data/model/answers/problem.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { ActError } from './act.ts'

/** Sends a file as it is. @param progress told how much of it has gone, 0–1 @throws ActError */
export function sendFile(resource: string, file: Blob, lang: Lang, progress: (part: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/v1/${resource}?lang=${lang}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ActError(''))
    request.onload = () => (request.status < 300 ? resolve() : reject(errorOf(request.response)))
    request.send(file)
  })
}

function errorOf(problem: Partial<Problem> | null): ActError {
  return new ActError(problem?.detail ?? '', problem?.errors ?? [])
}
