import { notFound } from 'next/navigation'

/** Addresses of the desk that do not exist never fall through to the site's. */
export default function Nowhere() {
  notFound()
}
