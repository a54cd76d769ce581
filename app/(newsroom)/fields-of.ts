/** A form's fields as an object for strict parsing, without those that Next adds (their names begin with `$`). */
export const fieldsOf = (form: FormData) => Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))
