import './call-parts.ts'
import './failures.ts'
import './promises.ts'
import './team.ts'
import { addWords } from './add-words.ts'
import { enRooms } from './en-rooms.ts'

/** Every lazily loaded screen imports this, so that its words come with it and not with the first window. */
addWords(enRooms)
