/** Day numbers outside every calendar: before all days, after all days. */
export const always = -0x80000000
export const forever = 0x7fffffff

/** The day number of what has not happened: later than every day asked about. */
export const never = 0x7fffffff

/** The number of 1 January 0000, the first day that can be written. */
export const firstDay = -719_528
