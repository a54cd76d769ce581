import { notFound } from 'next/navigation'

/** Without its token the address leads nowhere, and says so as the desk does. */
export default function Nowhere() {
  notFound()
}
