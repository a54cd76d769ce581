import { redirect } from 'next/navigation'

import { needAdmin } from '#lib/auth/session'

export default async function AdminPage() {
  await needAdmin()
  redirect('/admin/people')
}
