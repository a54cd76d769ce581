import { fixture } from './fixtures'

const ours = [
  '<script>alert(1)</script>',
  '&lt;b&gt;&amp;amp;',
  '**not bold** [no](link) # no head',
  '\t\u000b\f \u0085\u00a0\u1680\u2003\u200b\u2028\u2029\u202f\u3000',
  '\ufeff',
  '\u2029test\u2029',
  ' ',
  '\u202etest\u202d \u2067abc\u2069',
  '\u0080\u0099 \u00ad\u061c\u180e\u200d',
  'e\u0301 Z\u0352\u0348\u035a 👨‍👩‍👧‍👦 🏳️‍🌈 🇺🇸🇷🇺',
  '﷽ 田中さん ١٢٣',
  '\u0001\u0007\ufffe\uffff\ud800',
  '<%= 7*7 %> {{7*7}} %s %n',
  '../../etc/passwd\\',
]

const list = fixture('hostile/blns.json')

/** Strings that have broken programs: our own, and the Big List of Naughty Strings where it is to be had. Not empty. */
export const hostile: string[] = [...ours, ...(list ? (JSON.parse(list) as string[]) : [])].filter(Boolean)
