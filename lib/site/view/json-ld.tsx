import { scriptJson } from '../metadata/json-ld'

/** Data for machines. The JSON is escaped, so this is no way for HTML. */
export const JsonLd = ({ value }: { value: unknown }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a script's content cannot be written otherwise; scriptJson escapes it
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(value) }} />
)
