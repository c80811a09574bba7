import { ToldError } from '../told-error.ts'

/** Another process is writing to the same home. */
export class HomeBusy extends ToldError {
  override name = 'HomeBusy'
  constructor() {
    super(
      'En annan inläsning pågår i samma mapp. Vänta tills den är klar. / Another load is running in the same folder. Wait for it to finish.',
    )
  }
}
