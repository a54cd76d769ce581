import { liveBar } from '#lib/breaking/live'
import { liveFront } from '#lib/front/live'
import { liveMediaNoun } from '#lib/media/live'
import { liveMenu } from '#lib/menu/live'
import { livePage } from '#lib/page/live'
import { livePerson } from '#lib/people/live'
import type { Lives } from '#lib/publication/rebuild'
import { liveSection } from '#lib/section/live'
import { liveSeriesNoun } from '#lib/series/live'
import { liveSettings } from '#lib/settings/live'
import { liveStory } from '#lib/story/live'
import { liveTheme } from '#lib/theme/live'
import { liveTopic } from '#lib/topic/live'

/** How each kind of noun becomes what readers see: all that a rebuild of the live side needs. */
export const lives: Lives = {
  story: liveStory,
  section: liveSection,
  topic: liveTopic,
  person: livePerson,
  media: liveMediaNoun,
  front: liveFront,
  series: liveSeriesNoun,
  page: livePage,
  menu: liveMenu,
  settings: liveSettings,
  theme: liveTheme,
  breaking: liveBar,
}

/**
 * The version of these rules: a start with another one makes all live rows anew from the publication log. Raise it with
 * every change after which a replay gives other rows. 2: versions and corrections of stories.
 */
export const shape = 2
