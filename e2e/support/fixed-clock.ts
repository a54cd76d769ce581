// Loaded before all of a server's own modules (by NODE_OPTIONS): its day is the one that STET_CLOCK_FROM names, from the
// process's start on. So what names days and hours is alike whenever it is asked for.
const now = Date.now
const ahead = Date.parse(process.env.STET_CLOCK_FROM ?? '') - now()

Date.now = () => now() + ahead
globalThis.Date = new Proxy(Date, {
  construct: (date, given, as) => Reflect.construct(date, given.length ? given : [date.now()], as),
})
