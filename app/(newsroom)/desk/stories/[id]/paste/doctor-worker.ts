import { type Look, look } from './doctor-look'

/** Looks beside the page: the first look at a long text takes a fifth of a second, in which nobody could type. */
addEventListener('message', ({ data }: MessageEvent<Look>) => postMessage(look(data)))
