/** What the audit log tells of. */
export const actions = [
  'signed in',
  'sign-in refused',
  'signed out',
  'ended a sign-in',
  'access refused',
  'loaded a file',
  'undid a load',
  'settled schools',
  'renamed a mapping',
  'forgot a mapping',
  'exported',
  'changed the hub',
  'invited a person',
  'used an invitation',
  'changed a person',
  'disabled a person',
  'ended sign-ins',
  'told what is held',
  'erased a person',
] as const

export type Action = (typeof actions)[number]
