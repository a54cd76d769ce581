import { type ConfigData, HtmlValidate } from 'html-validate'

/** How React spells tags is valid, and so is the id of the framework's script. */
const rules: ConfigData['rules'] = {
  'attr-case': 'off',
  'void-style': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'valid-id': ['error', { relaxed: true }],
}

/** What the HTML validator finds in a page, a sentence each. */
export async function htmlFindings(html: string): Promise<string[]> {
  const { results } = await new HtmlValidate({ extends: ['html-validate:recommended'], rules }).validateString(html)
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, column }) => `${ruleId}: ${message} (${column})`)
}
