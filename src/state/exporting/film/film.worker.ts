import { serve } from '../../serve.ts'
import { type FilmReply, type FilmRequest, makeFilm } from './making.ts'

/** Makes films off the main thread. */
serve<FilmRequest, FilmReply>(makeFilm)
