/**
 * Every act that is written down, in words that stand behind who did it. An act is added here first: `appendAudit` takes
 * no other.
 */
export const actWords = {
  // stories
  create: 'began the story',
  edit: 'changed fields',
  assign: 'assigned the story',
  'hand-in': 'handed the story in',
  'send-back': 'sent the story back',
  'mark-ready': 'marked the story ready',
  'take-over': 'took the story over',
  'hand-back': 'handed the story back',
  keep: 'kept a version',
  restore: 'restored a version',
  'accept-suggestions': 'accepted suggestions',
  'reject-suggestions': 'rejected suggestions',
  'reopen-suggestions': 'took back decisions on suggestions',
  spike: 'spiked the story',
  unspike: 'took the story off the spike',
  // what waits for its hour
  schedule: 'scheduled the story',
  'schedule-expiry': 'set an expiry',
  reschedule: 'set another hour',
  unschedule: 'took off what was planned',
  'carry-out': 'did what was planned',
  'schedule-refused': 'refused what was planned',
  'schedule-failed': 'gave up what was planned',
  embargo: 'put the story under embargo',
  'lift-embargo': 'lifted the embargo',
  'put-back': 'put the story back',
  'hold-clock': 'held what was planned, as the clock had jumped',
  'end-clock-hold': 'went on, as the clock was back',
  'confirm-clock': 'confirmed the clock',
  // preview by link
  'make-preview': 'made a preview link',
  'revoke-preview': 'revoked a preview link',
  'preview-approved': 'was told by preview link that the story is approved',
  'preview-comment': 'was sent a comment by preview link',
  // what readers report
  'take-report': 'took a reader’s report',
  'close-report': 'closed a reader’s report',
  'spam-report': 'put a report among spam',
  'reopen-report': 'opened a reader’s report again',
  // the door
  publish: 'published',
  update: 'updated',
  withdraw: 'withdrew',
  remove: 'removed',
  'withdraw-reason': 'gave the reason for the withdrawal',
  'ask-proof': 'had the addresses of the withdrawn story asked again',
  proof: 'asked whether the withdrawn story is gone',
  'close-version': 'closed a version to readers',
  'close-version-reason': 'gave the reason for closing it',
  'open-version': 'opened a version to readers again',
  'tick-echo': 'ticked off a place where what was corrected may stand',
  'untick-echo': 'took the tick off such a place again',
  // the library
  'add-media': 'added it to the library',
  'edit-media': 'changed what is said of it',
  'replace-media': 'replaced its file',
  'withhold-media': 'took it from readers in all stories',
  'clear-media': 'let readers have it again',
  'expire-media': 'took it from readers, as its time was over',
  'remove-media': 'removed it from the library',
  // fronts
  'end-pins': 'let go what was pinned, as its time was over',
  // topics and sections
  'add-alias': 'added a further name',
  'remove-alias': 'took a further name away',
  merge: 'merged the topic into another',
  'remove-section': 'removed the section',
  // people
  'add-person': 'added the person',
  'edit-person': 'changed the profile',
  'set-access': 'changed role or sections',
  'make-admin': 'made the person an admin, by the settings of the installation',
  disable: 'disabled the account',
  enable: 'enabled the account',
  'remove-person': 'removed the person',
  'reset-link': 'made a link to set a password',
  'set-password': 'set a password by a link',
  'change-password': 'changed the password',
  'end-sessions': 'ended the sessions',
  'sign-in': 'signed in',
  'sign-out': 'signed out',
  // the audit itself
  'set-retention': 'changed how long the audit is kept',
  checkpoint: 'cut the audit at the end of its time',
  'accept-end': 'accepted that the end of the audit was lost',
} as const

export type AuditAct = keyof typeof actWords

/** The same of other nouns than stories, which go through the same door. */
const nounWords: Record<string, string> = {
  'section publish': 'added the section',
  'section update': 'changed the section',
  'topic publish': 'added the topic',
  'topic update': 'changed the topic',
  'person publish': 'gave readers the person’s name',
  'person update': 'changed what readers see of the person',
  'media publish': 'gave readers the picture',
  'media update': 'changed what readers see of the picture',
  'media withdraw': 'took the picture from readers',
  'front edit': 'changed the draft of the front',
  'front publish': 'gave readers the front',
  'front update': 'changed what readers see of the front',
  'front withdraw': 'had readers’ front made by rule again',
  'front remove': 'removed the front',
  'front restore': 'restored a version of the front',
  'front schedule': 'scheduled the front',
  'series create': 'began the series',
  'series edit': 'changed the draft of the series',
  'series publish': 'gave readers the series',
  'series update': 'changed what readers see of the series',
  'series withdraw': 'took the series from readers',
  'series remove': 'removed the series',
  'page create': 'began the page',
  'page edit': 'changed the draft of the page',
  'page publish': 'gave readers the page',
  'page update': 'changed what readers see of the page',
  'page withdraw': 'took the page from readers',
  'page remove': 'removed the page',
  'page restore': 'restored a version of the page',
  'menu edit': 'changed the draft of the menu',
  'menu publish': 'gave readers the menu',
  'menu update': 'changed what readers see of the menu',
  'menu withdraw': 'had readers’ menu made by rule again',
  'menu restore': 'restored a version of the menu',
  'menu remove': 'removed the menu',
  'settings publish': 'made the first settings',
  'settings update': 'changed the settings',
}

/** @param kind of the subject @returns the act itself, where it is of a newer or older Stet */
export const wordsOfAct = (act: string, kind: string): string =>
  nounWords[`${kind} ${act}`] ?? (act in actWords ? actWords[act as AuditAct] : act)

/** Kinds of subjects, as filters name them. */
export const subjectKinds = {
  story: 'Stories',
  person: 'People',
  section: 'Sections',
  topic: 'Topics',
  media: 'Library',
  front: 'Fronts',
  series: 'Series',
  page: 'Pages',
  menu: 'Menus',
  breaking: 'The breaking bar',
  theme: 'The look',
  settings: 'Settings',
  clock: 'The clock',
  audit: 'The audit',
} as const
export type SubjectKind = keyof typeof subjectKinds
