import { buttonForm } from '../parts/form.ts'
import type { Html } from '../parts/html.ts'
import type { OpenImport } from './import-view.ts'

/** The button that leaves a file out. */
export const leaveOutForm = ({ id }: OpenImport, token: string): Html =>
  buttonForm(`/import/${id}/leave-out`, token, { text: 'Leave it out', classes: 'govuk-button--secondary' })
