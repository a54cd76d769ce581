import { longRun } from '../support/long-run'
import { crawl } from './crawl'
import { edge } from './edge'
import { editor } from './editor'
import { library } from './library'
import { media } from './media'
import { page } from './page'
import { publish } from './publish'
import { save } from './save'
import { start } from './start'
import { uploads } from './uploads'

await longRun({ start, publish, page, edge, save, editor, library, media, uploads, crawl })
