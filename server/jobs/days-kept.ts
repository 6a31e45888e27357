/** After how many days a file that nobody came back to is cleared away. */
export const daysKept = 14
