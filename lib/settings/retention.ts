/** For how many days the audit keeps acts, and addresses and browsers in it; null: for ever, and as long as the act. */
export type Retention = { days: number | null; personalDays: number | null }

const YEAR = 365
/** What an admin chooses from, in days. Nobody covers his tracks by it: a year is the least. */
export const auditYears = [1, 2, 3, 5, 7, 10].map((years) => years * YEAR)
export const personalChoices = [30, 90, 180, YEAR]
