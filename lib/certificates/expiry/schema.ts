/** Days before its end on which a certificate is warned about, the first one early enough to rotate without hurry. */
export const warningDays = [30, 14, 7, 1] as const
