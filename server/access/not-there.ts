import { Mistake } from '../mistake.ts'

/** What is answered where there is nothing, and where there is something that is not for the one who asks. */
export const notThere = (): Mistake => new Mistake('There is nothing here that you can see.', 404)
