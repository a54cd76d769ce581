import { livePerson } from '#lib/people/live'
import type { Lives } from '#lib/publication/rebuild'
import { liveSection } from '#lib/section/live'
import { liveSettings } from '#lib/settings/live'
import { liveStory } from '#lib/story/live'
import { liveTopic } from '#lib/topic/live'

/** How each kind of noun becomes what readers see: all that a rebuild of the live side needs. */
export const lives: Lives = {
  story: liveStory,
  section: liveSection,
  topic: liveTopic,
  person: livePerson,
  settings: liveSettings,
}
