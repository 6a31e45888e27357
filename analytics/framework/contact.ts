/** What a school's contact is at the school. */
export const contactRoles = ['Head Teacher', 'Music Coordinator', 'Other'] as const

export type ContactRole = (typeof contactRoles)[number]

/** How a contact said that they may be written to. */
export const consentSources = ['request form', 'message', 'spoken', 'letter'] as const

export type ConsentSource = (typeof consentSources)[number]
