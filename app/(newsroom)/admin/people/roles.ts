import type { Role } from '#lib/people/tables'

/** The roles as people choose among them. */
export const roleWords: { role: Role; name: string; plural: string; means: string }[] = [
  {
    role: 'contributor',
    name: 'Contributor',
    plural: 'Contributors',
    means: 'Writes own drafts and hands them in. Cannot publish.',
  },
  {
    role: 'writer',
    name: 'Writer',
    plural: 'Writers',
    means: 'Reads the stories of the sections below, writes own and assigned ones. Cannot publish.',
  },
  { role: 'editor', name: 'Editor', plural: 'Editors', means: 'Edits, publishes and withdraws in the sections below.' },
  {
    role: 'admin',
    name: 'Admin',
    plural: 'Admins',
    means: 'All of it, in every section, and people, sections and settings.',
  },
]

export const nameOfRole = (role: Role) => roleWords.find((word) => word.role === role)?.name ?? role
